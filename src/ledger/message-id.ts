/**
 * SQL for the Message-ID of a notice, without angle brackets: a hash of what it may be told once for, so that however often a notice is planned it
 * has the same, at the domain that speaks for the event. Arguments are expressions, never values.
 */
export const messageId = (
  of: Record<'subjectKind' | 'subjectId' | 'revision' | 'purpose' | 'occurrence' | 'recipient' | 'mailbox', string>,
) =>
  // Ids of seats stood alone before there were other subjects.
  `(select encode(substring(sha256(convert_to(concat_ws('|', i.public_id, case ${of.subjectKind} when 'place' then 'entry' when 'event' then 'organizer' end,
    ${of.subjectId}, ${of.revision}, ${of.purpose}, ${of.occurrence}, folded(${of.recipient})), 'UTF8')) for 16), 'hex')
    || '@' || split_part(${of.mailbox}, '@', 2) from installation i)`;
