import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import type { Door, DoorEnv } from '../../api/http/door.ts';
import { UnstorableText } from '../../domain/plain-text.ts';
import { settingsOf } from '../../domain/tenants/tenant.ts';
import { findTenant } from '../../operations/tenants/find-tenant.ts';
import { isSetUp } from '../../operations/tenants/set-up.ts';
import { assets } from './assets.ts';
import { LINK_HEADERS } from './link-frame.ts';
import { links } from './links.ts';
import { mailbox } from './mailbox.ts';
import { languageAsked, setup } from './setup.ts';
import { notSetUpPage } from './setup-page.ts';
import { standing } from './standing.ts';

export type PortalOptions = {
  /** Where the built pages are. */
  root: string;
  /** Whether /mailbox is open. */
  mailbox: boolean;
};

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
// A mail is shown in a frame that inherits its page's policy, and mails bring their styles with them. Scripts stay out.
const MAILBOX_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  "img-src 'self'",
  "img-src 'self' data:",
);

/** The pages people see, below every path no other door claims: the portal, and in development the mailbox. */
export function portal(given: PortalOptions): Door {
  return (options) => {
    const app = new Hono<DoorEnv>();
    // Read once: it names the hashed files of this build.
    const file = join(given.root, 'index.html');
    const index = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const page = async (c: Context<DoorEnv>, status: 200 | 404, policy = PAGE_POLICY) => {
      if (!(await isSetUp(options.context))) {
        for (const [name, value] of Object.entries(LINK_HEADERS)) c.header(name, value);
        return c.html(notSetUpPage(languageAsked(c)), 503);
      }
      if (index === undefined) return c.text('The portal is not built: `npm run build` does that.', 503);
      c.header('content-security-policy', policy);
      return c.html(index, status);
    };

    app.route('/', links(options));
    app.route('/', setup(options));
    app.route('/', standing(options));
    app.get('/portal/settings.json', async (c) => {
      const tenant = await findTenant(options.context, c.req.header('host'));
      if (!tenant) return c.json({ tenantName: 'Adjourn', demo: false, mailbox: given.mailbox });
      c.set('tenantId', tenant.id);
      const { eventsEnabled, eventsInFeed, eventsOpenTo, tellHolderOfOwnCancel } = settingsOf(tenant);
      return c.json({
        tenantName: tenant.name,
        zone: tenant.zone,
        demo: tenant.demo && options.demo,
        mailbox: given.mailbox,
        events: eventsEnabled,
        feed: eventsEnabled && eventsInFeed && eventsOpenTo === 'everyone',
        cancelMail: tellHolderOfOwnCancel,
      });
    });
    if (given.mailbox) {
      app.route('/', mailbox(options));
      for (const path of ['/mailbox', '/mailbox/:id{[0-9]+}']) app.get(path, (c) => page(c, 200, MAILBOX_POLICY));
    }
    for (const path of ['/', '/login', '/activity/events', '/events', '/events/:id{[0-9]+}']) app.get(path, (c) => page(c, 200));
    app.route('/', assets(given.root));
    // The page says in words that there is nothing here; programs read the status.
    app.get('*', (c) => page(c, 404));
    app.all('*', (c) => c.text('Not found', 404));
    app.onError((error, c) => {
      if (error instanceof UnstorableText) return c.text('The request holds a text with NUL or half a character in it.', 400);
      options.log.fault(error, { requestId: c.get('requestId'), door: 'portal' });
      return c.text('Something went wrong here. It has been noted.', 500);
    });
    return app;
  };
}
