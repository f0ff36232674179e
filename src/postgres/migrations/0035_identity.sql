-- What every process on this database must have in common, or links in mails would lead nowhere: which SECRET_KEY (a part of its hash), and
-- where the pages are. `public_url_given`: the operator said so (PUBLIC_URL); otherwise it is where the last server listened.
alter table installation
  add column key_fingerprint text,
  add column public_url text,
  add column public_url_given boolean not null default false;
