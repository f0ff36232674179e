import { formFields } from './form-fields.ts';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { DoorEnv, DoorOptions } from '../../api/http/door.ts';
import { networkOf, throttleKey } from '../../api/http/throttle-key.ts';
import { languageOf } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { askPasswordReset } from '../../operations/access/ask-password-reset.ts';
import { resetPassword } from '../../operations/access/reset-password.ts';
import { findTenant } from '../../operations/tenants/find-tenant.ts';
import { LINK_HEADERS, NOTHING, tooOftenPage, whole } from './link-frame.ts';
import { PASSWORD_TEXTS, type PasswordTexts } from './password-texts.ts';

const MAX_BODY_BYTES = 16 * 1024;
// A person needs two or three; a mail to a stranger's address is rude.
const CALLS_A_MINUTE = 30;
const SENDS_AN_HOUR = 20;

/**
 * The pages where a password is asked for and set, by the link of a mail: of the house and of customers alike. They work without scripts, opening one changes
 * nothing, and what they answer tells nobody who has an account.
 */
export function passwords({ context, demo, throttled }: DoorOptions): Hono<DoorEnv> {
  const calls = new RateLimiterMemory({ points: CALLS_A_MINUTE, duration: 60 });
  const sends = new RateLimiterMemory({ points: SENDS_AN_HOUR, duration: 3_600 });
  const app = new Hono<DoorEnv>();
  const small = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('The form is too large.', 413) });

  for (const path of ['/password', '/password/:token']) {
    app.use(path, async (c, next) => {
      for (const [name, value] of Object.entries(LINK_HEADERS)) c.header(name, value);
      return (await spend(calls, c)) ? next() : tooOften(c, 60);
    });
  }
  app.get('/password', async (c) => askPage(c, await tenantOf(c)));
  app.post('/password', small, async (c) => {
    if (!(await spend(sends, c))) return tooOften(c, 3_600);
    const tenant = await tenantOf(c);
    const { email = '' } = await formFields(c);
    if (tenant) await askPasswordReset(context, tenant, email.trim(), askingOf(c));
    return page(c, tenant, (texts) => ({ title: texts.asked, inner: html`<p role="status">${texts.askedLead}</p>` }));
  });
  app.get('/password/:token', async (c) => setPage(c, await tenantOf(c)));
  app.post('/password/:token', small, async (c) => {
    const tenant = await tenantOf(c);
    const { password = '' } = await formFields(c);
    const done = await resetPassword(context, c.req.param('token'), password, askingOf(c));
    switch (done.outcome) {
      case 'reset':
        return page(c, tenant, (texts) => ({
          title: texts.saved,
          inner: html`<p role="status">${texts.savedLead}</p><p><a class="button" href="/login">${texts.signIn}</a></p>`,
        }));
      case 'wrong_token':
        return page(
          c,
          tenant,
          (texts) => ({
            title: texts.over,
            inner: html`<p>${texts.overLead}</p><p><a class="button" href="/password">${texts.another}</a></p>`,
          }),
          404,
        );
      case 'too_short':
        return setPage(c, tenant, 'tooShort');
      case 'too_long':
        return setPage(c, tenant, 'tooLong');
      case 'busy':
        return setPage(c, tenant, 'busy');
    }
  });
  return app;

  async function tenantOf(c: Context<DoorEnv>): Promise<Tenant | undefined> {
    const found = await findTenant(context, c.req.header('host') ?? new URL(c.req.url).host);
    return found && (demo || !found.demo) ? found : undefined;
  }

  async function spend(limiter: RateLimiterMemory, c: Context<DoorEnv>): Promise<boolean> {
    if (!throttled) return true;
    return await limiter.consume(throttleKey(c.get('clientAddress'))).then(
      () => true,
      (refused: unknown) => {
        if (refused instanceof RateLimiterRes) return false;
        throw refused;
      },
    );
  }
}

type Told = { title: string; inner: ReturnType<typeof html> };

function page(c: Context<DoorEnv>, tenant: Tenant | undefined, tell: (texts: PasswordTexts) => Told, status: 200 | 400 | 404 = 200) {
  const language = languageOf(c.req.header('accept-language') ?? tenant?.locale ?? 'en');
  const { title, inner } = tell(PASSWORD_TEXTS[language]);
  return c.html(whole(language, tenant?.name, title, html`<h1>${title}</h1>${inner}`), status);
}

function askPage(c: Context<DoorEnv>, tenant: Tenant | undefined) {
  return page(c, tenant, (texts) => ({
    title: texts.forgotten,
    inner: html`<p>${texts.forgottenLead}</p>
<form method="post">
<label for="email">${texts.email}</label><input id="email" name="email" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" required maxlength="1000">
<button type="submit">${texts.ask}</button>
</form>`,
  }));
}

function setPage(c: Context<DoorEnv>, tenant: Tenant | undefined, fault?: 'tooShort' | 'tooLong' | 'busy') {
  return page(
    c,
    tenant,
    (texts) => ({
      title: texts.set,
      inner: html`${fault === undefined ? NOTHING : html`<p class="alert" role="alert">${texts[fault]}</p>`}
<form method="post">
<label for="password">${texts.password}</label><input id="password" name="password" type="password" autocomplete="new-password" required minlength="8" maxlength="1000" aria-describedby="password-hint">
<p class="hint" id="password-hint">${texts.hint}</p>
<button type="submit">${texts.save}</button>
</form>`,
    }),
    fault === undefined ? 200 : 400,
  );
}

function tooOften(c: Context<DoorEnv>, seconds: number) {
  c.header('Retry-After', String(seconds));
  return c.html(tooOftenPage({ acceptLanguage: c.req.header('accept-language'), house: undefined }), 429);
}

function askingOf(c: Context<DoorEnv>): { cause: string; from: string } {
  return { cause: `portal ${c.get('requestId')}`, from: networkOf(c.get('clientAddress')) };
}
