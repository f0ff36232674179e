/** Enhanced codes that speak of this mailbox and of nothing else (RFC 3463 §3.2, §3.3; RFC 7505 §4.2): no such mailbox, moved, no mail taken, disabled. */
const MAILBOX_CODES = ['5.1.1', '5.1.6', '5.1.10', '5.2.1'];

/** How servers say without such a code that there is no such mailbox, each with those that do. */
const MAILBOX_WORDS = [
  // Postfix: "User unknown in local recipient table", "... in virtual mailbox table"; Courier: "User unknown."; sendmail: "<x>... User unknown"
  /\buser unknown\b/i,
  // Exim and hMailServer: "Unknown user"
  /\bunknown user\b/i,
  // Domino: "No such user"; Exim: "no such user here"
  /\bno such user\b/i,
  // MDaemon: "Recipient unknown"; Exchange before 2007: "Recipient not found"
  /\brecipient (?:unknown|not found)\b/i,
  // qmail: "sorry, no mailbox here by that name"
  /\bno mailbox here by that name\b/i,
  // Exchange: "RESOLVER.ADR.RecipNotFound; not found", "RESOLVER.ADR.RecipientNotFound", "RESOLVER.ADR.ExRecipNotFound"
  /\bRESOLVER\.ADR\.(?:Ex)?Recip(?:ient)?NotFound\b/,
  // Gmail: "The email account that you tried to reach does not exist", "... is disabled"; Yahoo: "This user doesn't have a yahoo.com account"
  /\bemail account that you tried to reach (?:does not exist|is (?:disabled|inactive))\b/i,
  /\bthis user doesn.t have an? \S+ account\b/i,
  // Zimbra, iCloud: "user does not exist", "mailbox does not exist"
  /\b(?:user|mailbox|account) does not exist\b/i,
];

/**
 * Whether a refusal of a recipient says that there is no such mailbox, so that nobody need try it again: by a code or by words that speak of that mailbox. A
 * code of three digits alone does not: 550 and 553 are said for policy too (RFC 5321 §4.2.3), by a relay that is not ours to use, a list of
 * senders or a limit.
 */
export function isNoMailbox(words: string): boolean {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(words)?.[1];
  return enhanced === undefined ? MAILBOX_WORDS.some((form) => form.test(words)) : MAILBOX_CODES.includes(enhanced);
}
