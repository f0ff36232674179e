import type { AccountMailKind } from '../../../domain/people/account-mail.ts';
import type { Language } from '../../../domain/people/people.ts';

/** The words of mails about accounts. `until` is a day and a time with its zone. */
export type AccountTexts = {
  locale: string;
  greeting: (name: string) => string;
  kinds: Record<AccountMailKind, { subject: (house: string) => string; lead: (house: string) => string }>;
  button: string;
  until: (moment: string) => string;
  copy: string;
  ignore: string;
};

export const ACCOUNT_TEXTS: Record<Language, AccountTexts> = {
  en: {
    locale: 'en-GB',
    greeting: (name) => `Hello ${name},`,
    kinds: {
      invitation: {
        subject: (house) => `Your account at ${house}`,
        lead: (house) => `you have been added to the people of ${house}. Choose a password to sign in with.`,
      },
      password_reset: {
        subject: (house) => `A new password at ${house}`,
        lead: (house) => `somebody asked for a new password for your account at ${house}.`,
      },
      password_required: {
        subject: (house) => `Please set a new password at ${house}`,
        lead: (house) => `${house} asks you to set a new password. The one you have opens nothing any more.`,
      },
    },
    button: 'Set a password',
    until: (moment) => `The link works once, until ${moment}.`,
    copy: 'If the button does nothing, open this address:',
    ignore: 'If you did not expect this mail, you need not do anything.',
  },
  de: {
    locale: 'de-DE',
    greeting: (name) => `Guten Tag ${name},`,
    kinds: {
      invitation: {
        subject: (house) => `Ihr Konto bei ${house}`,
        lead: (house) => `Sie gehören jetzt zum Team von ${house}. Wählen Sie ein Passwort, mit dem Sie sich anmelden.`,
      },
      password_reset: {
        subject: (house) => `Ein neues Passwort bei ${house}`,
        lead: (house) => `jemand hat ein neues Passwort für Ihr Konto bei ${house} angefordert.`,
      },
      password_required: {
        subject: (house) => `Bitte setzen Sie ein neues Passwort bei ${house}`,
        lead: (house) => `${house} bittet Sie, ein neues Passwort zu setzen. Mit dem bisherigen können Sie sich nicht mehr anmelden.`,
      },
    },
    button: 'Passwort setzen',
    until: (moment) => `Der Link gilt einmal, bis ${moment}.`,
    copy: 'Wenn die Schaltfläche nichts tut, öffnen Sie diese Adresse:',
    ignore: 'Wenn Sie diese Mail nicht erwartet haben, brauchen Sie nichts zu tun.',
  },
  es: {
    locale: 'es-ES',
    greeting: (name) => `Hola, ${name}:`,
    kinds: {
      invitation: {
        subject: (house) => `Su cuenta en ${house}`,
        lead: (house) => `ahora forma parte del equipo de ${house}. Elija una contraseña para iniciar sesión.`,
      },
      password_reset: {
        subject: (house) => `Una contraseña nueva en ${house}`,
        lead: (house) => `alguien ha pedido una contraseña nueva para su cuenta en ${house}.`,
      },
      password_required: {
        subject: (house) => `Establezca una contraseña nueva en ${house}`,
        lead: (house) => `${house} le pide que establezca una contraseña nueva. La que tiene ya no sirve para iniciar sesión.`,
      },
    },
    button: 'Establecer contraseña',
    until: (moment) => `El enlace sirve una sola vez, hasta el ${moment}.`,
    copy: 'Si el botón no hace nada, abra esta dirección:',
    ignore: 'Si no esperaba este mensaje, no tiene que hacer nada.',
  },
  fr: {
    locale: 'fr-FR',
    greeting: (name) => `Bonjour ${name},`,
    kinds: {
      invitation: {
        subject: (house) => `Votre compte chez ${house}`,
        lead: (house) => `vous faites désormais partie de l’équipe de ${house}. Choisissez un mot de passe pour vous connecter.`,
      },
      password_reset: {
        subject: (house) => `Un nouveau mot de passe chez ${house}`,
        lead: (house) => `quelqu’un a demandé un nouveau mot de passe pour votre compte chez ${house}.`,
      },
      password_required: {
        subject: (house) => `Veuillez définir un nouveau mot de passe chez ${house}`,
        lead: (house) => `${house} vous demande de définir un nouveau mot de passe. L’actuel ne permet plus de vous connecter.`,
      },
    },
    button: 'Définir un mot de passe',
    until: (moment) => `Le lien fonctionne une seule fois, jusqu’au ${moment}.`,
    copy: 'Si le bouton ne fait rien, ouvrez cette adresse :',
    ignore: 'Si vous n’attendiez pas ce message, vous n’avez rien à faire.',
  },
};
