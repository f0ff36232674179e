import { COPY, type Form, OUR_MAIL, TO, gone, plain, refused, whole } from './forms.fixture.ts';

/** Bounces in words alone. */
export const UNSTRUCTURED: Form[] = [
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
export const OTHERS: Form[] = [
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
