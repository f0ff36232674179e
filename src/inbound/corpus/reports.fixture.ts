import { COPY, type Form, OUR_MAIL, gone, refused, report, whole } from './forms.fixture.ts';

/** Reports that programs can read (RFC 3464), as these systems write them; the words are ours. */
export const REPORTS: Form[] = [
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
