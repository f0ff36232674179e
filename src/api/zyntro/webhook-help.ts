const CREDENTIALS = { api_key: 'required, text', org_id: 'required, UUID' };
const FIELDS = {
  wh_auth_type: 'none, bearer, basic, api_key or custom_header; none where it is not sent',
  wh_auth_data: '{value}, {username, password} or {header, value}, as wh_auth_type needs',
  wh_timeout: '5 to 120, seconds; 30 where it is not sent',
  wh_status: 'active, paused or disabled; active where it is not sent',
};

/** What `{"help": true}` answers: the parameters of the call (zyntro.md §2). */
export const WEBHOOK_HELP = {
  createWebhook: {
    parameters: {
      ...CREDENTIALS,
      wh_name: 'required, text of at most 100 characters',
      wh_endpoint: 'required, public https address',
      wh_events: 'required, list of events',
      ...FIELDS,
    },
  },
  updateWebhook: {
    parameters: {
      ...CREDENTIALS,
      wh_id: 'required, UUID',
      wh_name: 'text of at most 100 characters',
      wh_endpoint: 'public https address',
      wh_events: 'list of events, in place of all there were',
      ...Object.fromEntries(Object.entries(FIELDS).map(([name, words]) => [name, words.replace(/; .+$/, '')])),
    },
  },
  fetchWebhooks: { parameters: { ...CREDENTIALS, wh_id: 'UUID; without it all are answered' } },
};
