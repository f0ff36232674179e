import type { Language } from '../../domain/people/people.ts';

/** What the pages about passwords say in one language. */
export type PasswordTexts = {
  forgotten: string;
  forgottenLead: string;
  email: string;
  ask: string;
  asked: string;
  askedLead: string;
  set: string;
  password: string;
  hint: string;
  save: string;
  saved: string;
  savedLead: string;
  over: string;
  overLead: string;
  another: string;
  tooShort: string;
  tooLong: string;
  busy: string;
  signIn: string;
};

export const PASSWORD_TEXTS: Record<Language, PasswordTexts> = {
  en: {
    forgotten: 'A new password',
    forgottenLead: 'Enter the address of your account. You get a mail with a link that sets a new password.',
    email: 'Email',
    ask: 'Send the mail',
    asked: 'Look into your mailbox',
    askedLead: 'If there is an account of that address, a mail is on its way. Its link works for an hour.',
    set: 'Set a password',
    password: 'New password',
    hint: 'At least 8 characters. A few words that only you would put together are good.',
    save: 'Save the password',
    saved: 'Your password is set',
    savedLead: 'Whatever was open with the old one is closed. Sign in with the new one.',
    over: 'This link does not work any more',
    overLead: 'It was used, another took its place, or its time is over.',
    another: 'Ask for another',
    tooShort: 'The password is too short: at least 8 characters.',
    tooLong: 'The password is too long: at most 1,000 characters.',
    busy: 'Many are signing in just now. Try again in a moment.',
    signIn: 'Sign in',
  },
  de: {
    forgotten: 'Ein neues Passwort',
    forgottenLead: 'Geben Sie die Adresse Ihres Kontos ein. Sie erhalten eine Mail mit einem Link, der ein neues Passwort setzt.',
    email: 'E-Mail',
    ask: 'Mail senden',
    asked: 'Sehen Sie in Ihr Postfach',
    askedLead: 'Wenn es ein Konto mit dieser Adresse gibt, ist eine Mail unterwegs. Ihr Link gilt eine Stunde.',
    set: 'Passwort setzen',
    password: 'Neues Passwort',
    hint: 'Mindestens 8 Zeichen. Gut sind einige Wörter, die nur Sie so zusammenstellen würden.',
    save: 'Passwort speichern',
    saved: 'Ihr Passwort ist gesetzt',
    savedLead: 'Was mit dem alten geöffnet war, ist geschlossen. Melden Sie sich mit dem neuen an.',
    over: 'Dieser Link gilt nicht mehr',
    overLead: 'Er wurde benutzt, durch einen anderen ersetzt, oder seine Zeit ist um.',
    another: 'Einen neuen anfordern',
    tooShort: 'Das Passwort ist zu kurz: mindestens 8 Zeichen.',
    tooLong: 'Das Passwort ist zu lang: höchstens 1.000 Zeichen.',
    busy: 'Gerade melden sich viele an. Versuchen Sie es gleich noch einmal.',
    signIn: 'Anmelden',
  },
  es: {
    forgotten: 'Una contraseña nueva',
    forgottenLead: 'Escriba la dirección de su cuenta. Recibirá un mensaje con un enlace para establecer una contraseña nueva.',
    email: 'Correo electrónico',
    ask: 'Enviar el mensaje',
    asked: 'Mire en su buzón',
    askedLead: 'Si hay una cuenta con esa dirección, el mensaje está en camino. Su enlace sirve durante una hora.',
    set: 'Establecer contraseña',
    password: 'Contraseña nueva',
    hint: 'Al menos 8 caracteres. Son buenas unas cuantas palabras que solo usted juntaría.',
    save: 'Guardar la contraseña',
    saved: 'Su contraseña está establecida',
    savedLead: 'Lo que estaba abierto con la anterior se ha cerrado. Inicie sesión con la nueva.',
    over: 'Este enlace ya no funciona',
    overLead: 'Se usó, otro ocupa su lugar o se acabó su tiempo.',
    another: 'Pedir otro',
    tooShort: 'La contraseña es demasiado corta: al menos 8 caracteres.',
    tooLong: 'La contraseña es demasiado larga: como máximo 1000 caracteres.',
    busy: 'Muchas personas inician sesión en este momento. Inténtelo de nuevo enseguida.',
    signIn: 'Iniciar sesión',
  },
  fr: {
    forgotten: 'Un nouveau mot de passe',
    forgottenLead: 'Saisissez l’adresse de votre compte. Vous recevrez un message avec un lien qui définit un nouveau mot de passe.',
    email: 'Adresse e-mail',
    ask: 'Envoyer le message',
    asked: 'Regardez dans votre boîte',
    askedLead: 'S’il existe un compte à cette adresse, un message est en route. Son lien fonctionne pendant une heure.',
    set: 'Définir un mot de passe',
    password: 'Nouveau mot de passe',
    hint: 'Au moins 8 caractères. Quelques mots que vous seul réuniriez font l’affaire.',
    save: 'Enregistrer le mot de passe',
    saved: 'Votre mot de passe est défini',
    savedLead: 'Ce qui était ouvert avec l’ancien est fermé. Connectez-vous avec le nouveau.',
    over: 'Ce lien ne fonctionne plus',
    overLead: 'Il a servi, un autre l’a remplacé, ou son délai est passé.',
    another: 'En demander un autre',
    tooShort: 'Le mot de passe est trop court : au moins 8 caractères.',
    tooLong: 'Le mot de passe est trop long : 1 000 caractères au plus.',
    busy: 'Beaucoup de personnes se connectent en ce moment. Réessayez dans un instant.',
    signIn: 'Se connecter',
  },
};
