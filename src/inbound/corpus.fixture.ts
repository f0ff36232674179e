import type { Judged } from './judge-mail.ts';

/** What a form is judged to be: the kind, and of a bounce whose, whether the mailbox is gone, and a part of the words. */
export type Expected =
  | { kind: 'bounce'; recipient: string | null; noMailbox: boolean; words: string; original?: string | null }
  | { kind: Exclude<Judged['kind'], 'bounce'> };

export type Form = { name: string; raw: string; expected: Expected };

const OUR_MAIL = '0005.event_cancelled.7c6a180b@events.example.org';
const COPY = `From: Harbour Loft <loft@events.example.org>\nTo: Ben <ben@example.com>\nSubject: Cancelled: Site visit\nMessage-ID: <${OUR_MAIL}>\n`;
const TO = 'To: bounces+12.a1b2c3@events.example.org\n';

const gone = (words: string, original: string | null = OUR_MAIL): Expected => ({
  kind: 'bounce',
  recipient: 'ben@example.com',
  noMailbox: true,
  words,
  original,
});
const refused = (words: string, original: string | null = OUR_MAIL): Expected => ({
  kind: 'bounce',
  recipient: 'ben@example.com',
  noMailbox: false,
  words,
  original,
});

/** A report as RFC 3464 has it: what people read, what programs do, and the message or its headers. */
function report(
  from: string,
  subject: string,
  text: string,
  fields: string,
  copy: string = `Content-Type: text/rfc822-headers\n\n${COPY}`,
): string {
  return `Return-Path: <>\nFrom: ${from}\n${TO}Subject: ${subject}\nAuto-Submitted: auto-replied\nMIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n
--b\nContent-Type: text/plain; charset=us-ascii\n\n${text}
--b\nContent-Type: message/delivery-status\n\n${fields}
--b\n${copy}\n--b--\n`;
}

const plain = (from: string, subject: string, text: string, headers = ''): string =>
  `From: ${from}\n${TO}Subject: ${subject}\n${headers}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${text}`;

const whole = `Content-Type: message/rfc822\n\n${COPY}\nThe site visit is cancelled.\n`;

/** Reports that programs can read (RFC 3464), as these systems write them; the words are ours. */
const REPORTS: Form[] = [
  {
    name: 'Postfix: unknown in the table of recipients',
    raw: report(
      'MAILER-DAEMON@mx.example.com (Mail Delivery System)',
      'Undelivered Mail Returned to Sender',
      'The mail system at mx.example.com is sorry. Below is what it was told.\n\n<ben@example.com>: host mail.example.com said: 550 5.1.1 unknown\n',
      'Reporting-MTA: dns; mx.example.com\nX-Postfix-Queue-ID: 4ABC\n\nFinal-Recipient: rfc822; ben@example.com\nOriginal-Recipient: rfc822;ben@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mail.example.com\nDiagnostic-Code: smtp; 550 5.1.1 <ben@example.com>: Recipient address rejected:\n    User unknown in local recipient table',
    ),
    expected: gone('User unknown in local recipient table'),
  },
  {
    name: 'Postfix: the mailbox is over its quota',
    raw: report(
      'MAILER-DAEMON@mx.example.com',
      'Undelivered Mail Returned to Sender',
      'Over quota.',
      'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ben@example.com\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 <ben@example.com>: user is over quota',
      whole,
    ),
    expected: refused('user is over quota'),
  },
  {
    name: 'Postfix: gave up after days, the server never answered',
    raw: report(
      'MAILER-DAEMON@mx.example.com',
      'Undelivered Mail Returned to Sender',
      'Gave up.',
      'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ben@example.com\nAction: failed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mail.example.com: Connection timed out',
    ),
    expected: refused('Connection timed out'),
  },
  {
    name: 'Postfix: still trying',
    raw: report(
      'MAILER-DAEMON@mx.example.com',
      'Delayed Mail (still being retried)',
      'Not delivered for four hours.',
      'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ben@example.com\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; timed out\nWill-Retry-Until: Wed, 6 Mar 2030 10:00:00 +0000',
    ),
    expected: { kind: 'delay' },
  },
  {
    name: 'Postfix: it arrived, as was asked to be told',
    raw: report(
      'MAILER-DAEMON@mx.example.com',
      'Successful Mail Delivery Report',
      'Delivered.',
      'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ben@example.com\nAction: delivered\nStatus: 2.0.0',
    ),
    expected: { kind: 'auto_reply' },
  },
  {
    name: 'Exchange Online: the recipient was not found',
    raw: report(
      'postmaster@example.onmicrosoft.example',
      'Undeliverable: Cancelled: Site visit',
      "Your message to ben@example.com couldn't be delivered.",
      'Reporting-MTA: dns;AB1PR01.prod.example\nReceived-From-MTA: dns;mx.example.org\nArrival-Date: Fri, 1 Mar 2030 10:00:00 +0000\n\nFinal-Recipient: rfc822;ben@example.com\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      whole,
    ),
    expected: gone('RecipientNotFound'),
  },
  {
    name: 'Exchange Online: its policy does not let it in',
    raw: report(
      'postmaster@example.onmicrosoft.example',
      'Undeliverable: Cancelled: Site visit',
      'Blocked by a rule.',
      'Reporting-MTA: dns;AB1PR01.prod.example\n\nFinal-Recipient: rfc822;ben@example.com\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp;550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
      whole,
    ),
    expected: refused('organization policy'),
  },
  {
    name: 'Gmail: no such account',
    raw: report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      "** Address not found **\n\nYour message wasn't delivered to ben@example.com",
      'Reporting-MTA: dns; googlemail.example\nArrival-Date: Fri, 01 Mar 2030 02:00:00 -0800 (PST)\nX-Original-Message-ID: <x@y>\n\nFinal-Recipient: rfc822; ben@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.google.example. (192.0.2.26, the server for the domain.)\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try\n 550-5.1.1 double-checking the address for typos',
      whole,
    ),
    expected: gone('does not exist'),
  },
  {
    name: 'Gmail: still trying',
    raw: report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Delay)',
      'There was a temporary problem. Gmail will retry for 46 more hours.',
      'Reporting-MTA: dns; googlemail.example\n\nFinal-Recipient: rfc822; ben@example.com\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; The recipient server did not accept our requests to connect.',
    ),
    expected: { kind: 'delay' },
  },
  {
    name: 'Exim: a report since 4.85, refused at the end of the data',
    raw: report(
      'Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.',
      'Reporting-MTA: dns; mx.example.net\n\nAction: failed\nFinal-Recipient: rfc822;ben@example.com\nStatus: 5.0.0\nRemote-MTA: dns; mail.example.com\nDiagnostic-Code: smtp; 550 Message refused: it looks like junk',
      `Content-Type: message/rfc822\n\nReturn-path: <loft@events.example.org>\n${COPY}`,
    ),
    expected: refused('it looks like junk'),
  },
  {
    name: 'Exim: unknown user, its code says nothing, its words do',
    raw: report(
      'Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Mail delivery failed: returning message to sender',
      'One address failed.',
      'Reporting-MTA: dns; mx.example.net\n\nAction: failed\nFinal-Recipient: rfc822;ben@example.com\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 Unknown user',
      whole,
    ),
    expected: gone('Unknown user'),
  },
  {
    name: 'sendmail: user unknown',
    raw: report(
      'Mail Delivery Subsystem <MAILER-DAEMON@relay.example.net>',
      'Returned mail: see transcript for details',
      '   ----- The following addresses had permanent fatal errors -----\n<ben@example.com>\n    (reason: 550 5.1.1 <ben@example.com>... User unknown)\n',
      'Reporting-MTA: dns; relay.example.net\nReceived-From-MTA: DNS; mx.example.org\nArrival-Date: Fri, 1 Mar 2030 10:00:00 GMT\n\nFinal-Recipient: RFC822; ben@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: DNS; mail.example.com\nDiagnostic-Code: SMTP; 550 5.1.1 <ben@example.com>... User unknown\nLast-Attempt-Date: Fri, 1 Mar 2030 10:00:05 GMT',
    ),
    expected: gone('User unknown'),
  },
  {
    name: 'sendmail: relaying denied',
    raw: report(
      'Mail Delivery Subsystem <MAILER-DAEMON@relay.example.net>',
      'Returned mail: see transcript for details',
      'Relaying denied.',
      'Reporting-MTA: dns; relay.example.net\n\nFinal-Recipient: RFC822; ben@example.com\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: SMTP; 550 5.7.1 <ben@example.com>... Relaying denied',
    ),
    expected: refused('Relaying denied'),
  },
  {
    name: 'sendmail: warning, not delivered for four hours',
    raw: report(
      'Mail Delivery Subsystem <MAILER-DAEMON@relay.example.net>',
      'Warning: could not send message for past 4 hours',
      '** THIS IS A WARNING MESSAGE ONLY **',
      'Reporting-MTA: dns; relay.example.net\n\nFinal-Recipient: RFC822; ben@example.com\nAction: delayed\nStatus: 4.4.2\nWill-Retry-Until: Wed, 6 Mar 2030 10:00:00 GMT',
    ),
    expected: { kind: 'delay' },
  },
  {
    name: 'Zimbra: no such address here, addressed by its alias',
    raw: report(
      'MAILER-DAEMON@zimbra.example.com (Mail Delivery System)',
      'Undelivered Mail Returned to Sender',
      'Your message could not be delivered.',
      'Reporting-MTA: dns; zimbra.example.com\nX-Postfix-Sender: rfc822; loft@events.example.org\n\nFinal-Recipient: rfc822; b.all@zimbra.example.com\nOriginal-Recipient: rfc822;ben@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: lmtp; 550 5.1.1 user does not exist',
      whole,
    ),
    expected: gone('user does not exist'),
  },
  {
    name: 'a report of RFC 6533, with an address beyond ASCII',
    raw: report(
      'MAILER-DAEMON@mx.example.com',
      'Undelivered Mail Returned to Sender',
      'Sorry.',
      'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: utf-8; ben@xn--bro-hoa.example\nAction: failed\nStatus: 5.1.6\nDiagnostic-Code: smtp; 550 5.1.6 mailbox has moved',
    ),
    expected: { kind: 'bounce', recipient: 'ben@xn--bro-hoa.example', noMailbox: true, words: 'mailbox has moved', original: OUR_MAIL },
  },
  {
    name: 'a report whose message part a gateway took away',
    raw: report(
      'MAILER-DAEMON@mx.example.com',
      'Undelivered',
      'Sorry.',
      'Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ben@example.com\nAction: failed\nStatus: 5.2.1\nDiagnostic-Code: smtp; 550 5.2.1 this account is disabled',
      'Content-Type: text/plain\n\nThe message was removed.',
    ),
    expected: gone('disabled', null),
  },
];

/** Bounces in words alone. */
const UNSTRUCTURED: Form[] = [
  {
    name: 'qmail',
    raw: plain(
      'MAILER-DAEMON@mail.example.com',
      'failure notice',
      `Hi. This is the qmail-send program at mail.example.com.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ben@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${COPY}`,
      'Return-Path: <>\n',
    ),
    expected: gone('no mailbox here by that name'),
  },
  {
    name: 'qmail: what the other server said',
    raw: plain(
      'MAILER-DAEMON@mail.example.com',
      'failure notice',
      `Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<ben@example.com>:\n192.0.2.3 does not like recipient.\nRemote host said: 554 rejected, you are on a list of ours\nGiving up on 192.0.2.3.\n\n--- Below this line is a copy of the message.\n\n${COPY}`,
    ),
    expected: refused('you are on a list of ours'),
  },
  {
    name: 'Exim before its reports',
    raw: plain(
      'Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Mail delivery failed: returning message to sender',
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ben@example.com\n    SMTP error from remote mail server after RCPT TO:<ben@example.com>:\n    host mail.example.com [192.0.2.9]: 550 No such user here\n\n------ This is a copy of the message, including all the headers. ------\n\n${COPY}`,
      'X-Failed-Recipients: ben@example.com\nAuto-Submitted: auto-replied\n',
    ),
    expected: gone('No such user here'),
  },
  {
    name: 'Exim: warning, still trying',
    raw: plain(
      'Mail Delivery System <Mailer-Daemon@mx.example.net>',
      'Warning: message 1abc delayed 24 hours',
      'A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours.\n\n  ben@example.com\n    Delay reason: Connection timed out\n\nNo action is required on your part. Delivery attempts will continue for some time.',
      'Auto-Submitted: auto-replied\n',
    ),
    expected: { kind: 'delay' },
  },
  {
    name: 'sendmail before its reports',
    raw: plain(
      'Mail Delivery Subsystem <MAILER-DAEMON@old.example.net>',
      'Returned mail: User unknown',
      `The original message was received at Fri, 1 Mar 2030 10:00:00 GMT\n\n   ----- The following addresses had permanent fatal errors -----\n<ben@example.com>\n\n   ----- Transcript of session follows -----\n... while talking to mail.example.com.:\n>>> RCPT To:<ben@example.com>\n<<< 550 5.1.1 <ben@example.com>... User unknown\n550 <ben@example.com>... User unknown\n\n   ----- Message header follows -----\n${COPY}`,
    ),
    expected: gone('User unknown'),
  },
  {
    name: 'Exchange 5.5 to 2003',
    raw: plain(
      'System Administrator <postmaster@example.com>',
      'Undeliverable: Site visit',
      'Your message did not reach some or all of the intended recipients.\n\n      Subject:  Site visit\n      Sent:     01/03/2030 10:00\n\nThe following recipient(s) could not be reached:\n\n      ben@example.com on 01/03/2030 10:00\n            The e-mail account does not exist at the organization this message was sent to.\n            <mail.example.com #5.1.1 smtp;550 5.1.1 unknown recipient>\n',
      'Return-Path: <>\n',
    ),
    expected: gone('#5.1.1', null),
  },
  {
    name: 'Gmail before 2017',
    raw: plain(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      'Delivery Status Notification (Failure)',
      'Delivery to the following recipient failed permanently:\n\n     ben@example.com\n\nTechnical details of permanent failure:\nThe other server said: 550 5.1.1 The email account that you tried to reach does not exist.\n\n----- Original message -----\n\nMessage-ID: <' +
        OUR_MAIL +
        '>\n',
    ),
    expected: gone('does not exist'),
  },
  {
    name: 'Yahoo, long ago',
    raw: plain(
      'MAILER-DAEMON@yahoo.example',
      'Failure Notice',
      "Sorry, we were unable to deliver your message to the following address.\n\n<ben@example.com>:\nRemote host said: 554 delivery error: dd This user doesn't have a yahoo.example account (ben@example.com) [0]\n\n--- Below this line is a copy of the message.\n\n" +
        COPY,
    ),
    expected: gone('delivery error'),
  },
  {
    name: 'Domino',
    raw: plain(
      'Postmaster@domino.example.com',
      'DELIVERY FAILURE: User ben not listed in Domino Directory',
      'Your message\n\n  Subject: Site visit\n\nwas not delivered to:\n\n  ben@example.com\n\nbecause:\n\n  550 5.1.1 User unknown: ben is not listed in the directory\n',
      'Return-Path: <>\n',
    ),
    expected: gone('not listed', null),
  },
  {
    name: 'GroupWise: over quota',
    raw: plain(
      'Mailer-Daemon@gw.example.com',
      'Message status - undeliverable',
      'The message that you sent was undeliverable to the following:\n\tben@example.com (Mailbox disk quota exceeded)\n\nPossibly truncated original message follows:\n\n' +
        COPY,
    ),
    expected: refused('quota exceeded'),
  },
  {
    name: 'MDaemon',
    raw: plain(
      'MDaemon@example.com',
      'Permanent Delivery Failure',
      'The attached message had PERMANENT fatal delivery errors.\n\n--- Session Transcript ---\n --> RCPT To:<ben@example.com>\n <-- 550 5.1.1 <ben@example.com>, Recipient unknown\n',
      'Return-Path: <>\n',
    ),
    expected: gone('Recipient unknown', null),
  },
  {
    name: 'hMailServer: no such domain',
    raw: plain(
      'mailer-daemon@hmail.example.com',
      'Message undeliverable: Site visit',
      'Your message did not reach some or all of the intended recipients.\n\n   Sent: Fri, 1 Mar 2030 10:00:00 +0000\n   Subject: Site visit\n\nThe following recipient(s) could not be reached:\n\nben@example.com\n   Error Type: DNS\n   Error Description: No mail servers appear to exist for the recipient’s address.\n',
    ),
    expected: refused('No mail servers', null),
  },
  {
    name: 'Postfix, its report taken away by a gateway',
    raw: plain(
      'MAILER-DAEMON@mx.example.com (Mail Delivery System)',
      'Undelivered Mail Returned to Sender',
      "This is the mail system at host mx.example.com.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<ben@example.com>: host mail.example.com said: 550 5.7.1 Service unavailable; client host blocked (in reply to RCPT TO command)\n",
      'Return-Path: <>\n',
    ),
    expected: refused('client host blocked', null),
  },
  {
    name: 'Courier',
    raw: plain(
      '"Courier mail server at mail.example.com" <postmaster@mail.example.com>',
      'NOTICE: mail delivery status.',
      'This is a delivery status notification from mail.example.com.\n\nUNDELIVERABLE MAIL: unable to deliver your message to the following recipients:\n\n<ben@example.com>:\n     550 User unknown.\n',
      'Return-Path: <>\n',
    ),
    expected: gone('User unknown', null),
  },
];

/** What is no bounce, though much of it looks like one. */
const OTHERS: Form[] = [
  {
    name: 'a complaint by feedback loop (RFC 5965)',
    raw: `From: <staff@fbl.example.net>\n${TO}Subject: FW: Cancelled\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary="b"\n\n--b\nContent-Type: text/plain\n\nThis is an abuse report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: SomeLoop/1.0\nVersion: 1\nOriginal-Rcpt-To: <ben@example.com>\n--b\n${whole}--b--\n`,
    expected: { kind: 'complaint' },
  },
  {
    name: 'away, as RFC 3834 has it',
    raw: plain(
      'Ben <ben@example.com>',
      'Automatic reply: Cancelled: Site visit',
      'I am away until Monday. Your message could not be delivered to me in person.',
      'Auto-Submitted: auto-replied (vacation)\n',
    ),
    expected: { kind: 'auto_reply' },
  },
  {
    name: 'away, in German, without a header that says so',
    raw: plain('Ben <ben@example.com>', 'Abwesenheitsnotiz: Termin', 'Ich bin bis Montag nicht da.'),
    expected: { kind: 'auto_reply' },
  },
  {
    name: 'away, of a program with its own header',
    raw: plain('Ben <ben@example.com>', 'Re: Site visit', 'Back on Monday.', 'X-Autoreply: yes\nPrecedence: auto_reply\n'),
    expected: { kind: 'auto_reply' },
  },
  {
    name: 'a person who quotes a bounce',
    raw: plain(
      'Ben <ben@example.com>',
      'Re: Undelivered Mail Returned to Sender',
      'Look what I got!\n\n> A message that you sent could not be delivered to one or more of its recipients.\n>   ana@example.com\n>     550 5.1.1 User unknown\n',
    ),
    expected: { kind: 'other' },
  },
  {
    name: 'a person who writes of not being reached',
    raw: plain(
      'Ana <ana@example.com>',
      'Site visit',
      'Your message did not reach some or all of the intended recipients: Ben says he got nothing. Could you send it again to ben@example.com?',
    ),
    expected: { kind: 'other' },
  },
  {
    name: 'a mail system that tells of something else',
    raw: plain(
      'postmaster@example.com',
      'Your quarantine digest',
      'Two messages are held for ben@example.com. Sign in to read them.',
      'Return-Path: <>\n',
    ),
    expected: { kind: 'other' },
  },
  { name: 'nothing', raw: '', expected: { kind: 'other' } },
];

export const CORPUS: Form[] = [...REPORTS, ...UNSTRUCTURED, ...OTHERS];
