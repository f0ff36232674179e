import type { Language } from '../../domain/people/people.ts';
import type { NewTenantFault, NewTenantField } from '../../domain/tenants/new-tenant.ts';

/** What the pages of the first run say in one language. */
export type SetupTexts = {
  title: string;
  intro: string;
  fields: Record<NewTenantField, string>;
  hints: Partial<Record<NewTenantField, string>>;
  button: string;
  faults: Record<NewTenantFault, string>;
  hostTaken: string;
  look: string;
  /** Of an installation without any house. */
  notSetUp: string;
  notSetUpText: string;
  voidTitle: string;
  voidText: string;
  tooOften: string;
  done: (house: string) => string;
  keyLabel: string;
  keyHint: string;
  calendarLabel: string;
  administratorLabel: string;
  addressLabel: string;
  next: string;
};

export const SETUP_TEXTS: Record<Language, SetupTexts> = {
  en: {
    title: 'Set up this server',
    intro: 'This makes your house, its administrator, a first calendar and a key of the API. It works once.',
    fields: {
      name: 'Name of the house',
      host: 'Host under which people reach it',
      zone: 'Time zone',
      locale: 'Language',
      sender: 'Mailbox that its mails come from',
      adminEmail: 'Mail address of the administrator',
      adminName: 'Name of the administrator',
      password: 'Password of the administrator',
    },
    hints: {
      host: 'Without https:// and without a path, for example events.example.org.',
      sender: 'Answers of calendars arrive there. Your mail server must be allowed to send for it.',
      adminName: 'May stay empty.',
      password: 'At least 8 characters.',
    },
    button: 'Set up',
    faults: {
      missing: 'This is missing.',
      too_long: 'This is at most 100 characters long.',
      no_host: 'This is no host name. One is events.example.org.',
      no_zone: 'This is no time zone. One is Europe/Madrid.',
      no_language: 'Mails are not written in this language.',
      no_address: 'This is no mail address. One is events@example.org.',
      password_short: 'A password has at least 8 characters.',
      password_long: 'A password has at most 1,000 characters.',
    },
    hostTaken: 'A house is set up for this host already.',
    look: 'Please look at what is marked. Nothing was changed.',
    notSetUp: 'Not set up yet',
    notSetUpText:
      'Nobody can be served here yet. Whoever runs this server was shown an address that sets it up when it started, and gets another one by starting it again; or runs adjourn init.',
    voidTitle: 'This address does not count any more',
    voidText: 'It works once and for an hour. The server prints another one when it starts and is not set up yet.',
    tooOften: 'That was too often. Please come back in a minute.',
    done: (house) => `${house} is set up`,
    keyLabel: 'Key of the API',
    keyHint: 'It may do everything, and is shown here and never again. Keep it where you keep passwords.',
    calendarLabel: 'Calendar',
    administratorLabel: 'Administrator',
    addressLabel: 'Host',
    next: 'The server works from now on, without a restart. docs/install.md goes on from here to the first event.',
  },
  de: {
    title: 'Diesen Server einrichten',
    intro: 'Hier entstehen Ihr Haus, sein Administrator, ein erster Kalender und ein Schlüssel der API. Das geht einmal.',
    fields: {
      name: 'Name des Hauses',
      host: 'Host, unter dem es erreicht wird',
      zone: 'Zeitzone',
      locale: 'Sprache',
      sender: 'Postfach, von dem seine Mails kommen',
      adminEmail: 'Mailadresse des Administrators',
      adminName: 'Name des Administrators',
      password: 'Passwort des Administrators',
    },
    hints: {
      host: 'Ohne https:// und ohne Pfad, zum Beispiel events.example.org.',
      sender: 'Dort kommen Antworten von Kalendern an. Ihr Mailserver muss dafür senden dürfen.',
      adminName: 'Darf leer bleiben.',
      password: 'Mindestens 8 Zeichen.',
    },
    button: 'Einrichten',
    faults: {
      missing: 'Das fehlt.',
      too_long: 'Das hat höchstens 100 Zeichen.',
      no_host: 'Das ist kein Hostname. Einer ist events.example.org.',
      no_zone: 'Das ist keine Zeitzone. Eine ist Europe/Madrid.',
      no_language: 'In dieser Sprache werden keine Mails geschrieben.',
      no_address: 'Das ist keine Mailadresse. Eine ist events@example.org.',
      password_short: 'Ein Passwort hat mindestens 8 Zeichen.',
      password_long: 'Ein Passwort hat höchstens 1.000 Zeichen.',
    },
    hostTaken: 'Für diesen Host ist schon ein Haus eingerichtet.',
    look: 'Bitte sehen Sie nach, was markiert ist. Nichts wurde geändert.',
    notSetUp: 'Noch nicht eingerichtet',
    notSetUpText:
      'Hier kann noch niemand bedient werden. Wer diesen Server betreibt, bekam beim Start eine Adresse gezeigt, die ihn einrichtet, und bekommt beim nächsten Start eine neue; oder ruft adjourn init auf.',
    voidTitle: 'Diese Adresse gilt nicht mehr',
    voidText: 'Sie gilt einmal und eine Stunde lang. Der Server zeigt beim Start eine neue, solange er nicht eingerichtet ist.',
    tooOften: 'Das war zu oft. Bitte kommen Sie in einer Minute wieder.',
    done: (house) => `${house} ist eingerichtet`,
    keyLabel: 'Schlüssel der API',
    keyHint: 'Er darf alles und wird nur hier gezeigt. Bewahren Sie ihn auf, wo Sie Passwörter aufbewahren.',
    calendarLabel: 'Kalender',
    administratorLabel: 'Administrator',
    addressLabel: 'Host',
    next: 'Der Server arbeitet ab jetzt, ohne Neustart. docs/install.md führt von hier zur ersten Veranstaltung.',
  },
  es: {
    title: 'Configurar este servidor',
    intro: 'Aquí se crean su casa, su administrador, un primer calendario y una clave de la API. Funciona una sola vez.',
    fields: {
      name: 'Nombre de la casa',
      host: 'Host con el que se llega a ella',
      zone: 'Zona horaria',
      locale: 'Idioma',
      sender: 'Buzón desde el que salen sus correos',
      adminEmail: 'Correo del administrador',
      adminName: 'Nombre del administrador',
      password: 'Contraseña del administrador',
    },
    hints: {
      host: 'Sin https:// y sin ruta, por ejemplo events.example.org.',
      sender: 'Allí llegan las respuestas de los calendarios. Su servidor de correo debe poder enviar en su nombre.',
      adminName: 'Puede quedar vacío.',
      password: 'Al menos 8 caracteres.',
    },
    button: 'Configurar',
    faults: {
      missing: 'Falta este dato.',
      too_long: 'Tiene como máximo 100 caracteres.',
      no_host: 'No es un nombre de host. Uno es events.example.org.',
      no_zone: 'No es una zona horaria. Una es Europe/Madrid.',
      no_language: 'No se escriben correos en este idioma.',
      no_address: 'No es una dirección de correo. Una es events@example.org.',
      password_short: 'Una contraseña tiene al menos 8 caracteres.',
      password_long: 'Una contraseña tiene como máximo 1000 caracteres.',
    },
    hostTaken: 'Ya hay una casa configurada para este host.',
    look: 'Revise lo que está marcado. No se ha cambiado nada.',
    notSetUp: 'Aún sin configurar',
    notSetUpText:
      'Aquí todavía no se puede atender a nadie. Quien administra este servidor vio al iniciarlo una dirección que lo configura, y recibe otra si lo inicia de nuevo; o ejecuta adjourn init.',
    voidTitle: 'Esta dirección ya no es válida',
    voidText: 'Sirve una vez y durante una hora. El servidor muestra otra al iniciarse mientras no esté configurado.',
    tooOften: 'Han sido demasiadas veces. Vuelva dentro de un minuto.',
    done: (house) => `${house} está configurada`,
    keyLabel: 'Clave de la API',
    keyHint: 'Lo puede todo, y se muestra aquí y nunca más. Guárdela donde guarda sus contraseñas.',
    calendarLabel: 'Calendario',
    administratorLabel: 'Administrador',
    addressLabel: 'Host',
    next: 'El servidor funciona desde ahora, sin reiniciarlo. docs/install.md sigue desde aquí hasta el primer evento.',
  },
  fr: {
    title: 'Configurer ce serveur',
    intro: 'Ceci crée votre maison, son administrateur, un premier calendrier et une clé de l’API. Cela fonctionne une seule fois.',
    fields: {
      name: 'Nom de la maison',
      host: 'Hôte par lequel on y accède',
      zone: 'Fuseau horaire',
      locale: 'Langue',
      sender: 'Boîte d’où partent ses courriels',
      adminEmail: 'Adresse de l’administrateur',
      adminName: 'Nom de l’administrateur',
      password: 'Mot de passe de l’administrateur',
    },
    hints: {
      host: 'Sans https:// et sans chemin, par exemple events.example.org.',
      sender: 'Les réponses des calendriers y arrivent. Votre serveur de courrier doit pouvoir envoyer en son nom.',
      adminName: 'Peut rester vide.',
      password: 'Au moins 8 caractères.',
    },
    button: 'Configurer',
    faults: {
      missing: 'Ceci manque.',
      too_long: 'Ceci compte au plus 100 caractères.',
      no_host: 'Ce n’est pas un nom d’hôte. En voici un : events.example.org.',
      no_zone: 'Ce n’est pas un fuseau horaire. En voici un : Europe/Madrid.',
      no_language: 'On n’écrit pas de courriels dans cette langue.',
      no_address: 'Ce n’est pas une adresse. En voici une : events@example.org.',
      password_short: 'Un mot de passe compte au moins 8 caractères.',
      password_long: 'Un mot de passe compte au plus 1 000 caractères.',
    },
    hostTaken: 'Une maison est déjà configurée pour cet hôte.',
    look: 'Veuillez regarder ce qui est marqué. Rien n’a été modifié.',
    notSetUp: 'Pas encore configuré',
    notSetUpText:
      'Personne ne peut encore être servi ici. Qui gère ce serveur a vu à son démarrage une adresse qui le configure, et en reçoit une autre en le redémarrant ; ou lance adjourn init.',
    voidTitle: 'Cette adresse ne compte plus',
    voidText: 'Elle sert une fois et pendant une heure. Le serveur en affiche une autre au démarrage tant qu’il n’est pas configuré.',
    tooOften: 'C’était trop souvent. Revenez dans une minute.',
    done: (house) => `${house} est configurée`,
    keyLabel: 'Clé de l’API',
    keyHint: 'Elle peut tout, et n’est affichée qu’ici. Gardez-la là où vous gardez vos mots de passe.',
    calendarLabel: 'Calendrier',
    administratorLabel: 'Administrateur',
    addressLabel: 'Hôte',
    next: 'Le serveur fonctionne désormais, sans redémarrage. docs/install.md mène d’ici au premier événement.',
  },
};
