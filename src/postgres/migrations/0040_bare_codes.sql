-- An address that was suppressed for a code of three digits alone, or for words of policy, is mailed again: 550 and 553 are said for policy, too. What speaks
-- of a mailbox stays: the codes and words of src/delivery/smtp-reply.ts.
delete from suppressions where not case
  when reason ~ '^\d{3}[ -]5\.\d{1,3}\.\d{1,3}\M' then reason ~ '^\d{3}[ -]5\.(1\.(1|6|10)|2\.1)\M'
  else reason ~* '\m(user unknown|unknown user|no such user|recipient (unknown|not found)|no mailbox here by that name|RESOLVER\.ADR\.(Ex)?Recip(ient)?NotFound|email account that you tried to reach (does not exist|is (disabled|inactive))|this user doesn.t have an? \S+ account|(user|mailbox|account) does not exist)\M' end;
