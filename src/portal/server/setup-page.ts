import { html } from 'hono/html';
import { LANGUAGES, type Language } from '../../domain/people/people.ts';
import { NEW_TENANT_FIELDS, type NewTenantFault, type NewTenantField, type TypedTenant } from '../../domain/tenants/new-tenant.ts';
import type { CreatedTenant } from '../../operations/tenants/create-tenant.ts';
import { type Markup, NOTHING, whole } from './link-frame.ts';
import { SETUP_TEXTS } from './setup-texts.ts';

/** What is wrong with a form that was sent: of each field, or that its host has a house. */
export type SetupFaults = Partial<Record<NewTenantField, NewTenantFault | 'host_taken'>>;

const INPUTS: Record<Exclude<NewTenantField, 'locale'>, { type: string; autocomplete: string }> = {
  name: { type: 'text', autocomplete: 'organization' },
  host: { type: 'text', autocomplete: 'off' },
  zone: { type: 'text', autocomplete: 'off' },
  sender: { type: 'email', autocomplete: 'off' },
  adminEmail: { type: 'email', autocomplete: 'username' },
  adminName: { type: 'text', autocomplete: 'name' },
  password: { type: 'password', autocomplete: 'new-password' },
};

/** The form that makes the first house. What was typed stays, but for the password. */
export function setupPage(language: Language, typed: TypedTenant, faults: SetupFaults = {}): Markup {
  const texts = SETUP_TEXTS[language];
  const failed = Object.keys(faults).length > 0;
  return whole(
    language,
    undefined,
    texts.title,
    html`<h1>${texts.title}</h1><p>${texts.intro}</p>
${failed ? html`<p class="alert" role="alert">${texts.look}</p>` : NOTHING}
<form method="post">
${NEW_TENANT_FIELDS.map((field) => fieldOf(language, field, typed, faults[field]))}
<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value="${zone}"></option>`)}</datalist>
<button type="submit">${texts.button}</button>
</form>`,
  );
}

function fieldOf(language: Language, field: NewTenantField, typed: TypedTenant, fault: NewTenantFault | 'host_taken' | undefined): Markup {
  const texts = SETUP_TEXTS[language];
  const hint = texts.hints[field];
  const about = [fault && `${field}-fault`, hint && `${field}-hint`].filter(Boolean).join(' ');
  const described = about === '' ? NOTHING : html` aria-describedby="${about}"`;
  const invalid = fault === undefined ? NOTHING : html` aria-invalid="true"`;
  const control =
    field === 'locale'
      ? html`<select id="locale" name="locale"${invalid}${described}>${LANGUAGES.map(
          (one) =>
            html`<option value="${one}" lang="${one}"${one === (typed.locale ?? language) ? html` selected` : NOTHING}>${nameOf(one)}</option>`,
        )}</select>`
      : html`<input id="${field}" name="${field}" type="${INPUTS[field].type}" autocomplete="${INPUTS[field].autocomplete}"${field === 'adminName' ? NOTHING : html` required`}${field === 'zone' ? html` list="zones"` : NOTHING}${field === 'password' ? NOTHING : html` value="${typed[field] ?? ''}"`}${invalid}${described}>`;
  return html`<label for="${field}">${texts.fields[field]}</label>${control}
${fault === undefined ? NOTHING : html`<p class="fault" id="${field}-fault">${fault === 'host_taken' ? texts.hostTaken : texts.faults[fault]}</p>`}
${hint === undefined ? NOTHING : html`<p class="hint" id="${field}-hint">${hint}</p>`}`;
}

/** A language by its own name. */
function nameOf(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The page after it is done. The key stands here and nowhere else. */
export function setUpPage(language: Language, { tenant, host, calendarId, key }: CreatedTenant, adminEmail: string): Markup {
  const texts = SETUP_TEXTS[language];
  return whole(
    language,
    tenant.name,
    texts.done(tenant.name),
    html`<h1>${texts.done(tenant.name)}</h1>
<dl>
<dt>${texts.addressLabel}</dt><dd>${host}</dd>
<dt>${texts.administratorLabel}</dt><dd>${adminEmail}</dd>
<dt>${texts.calendarLabel}</dt><dd>${calendarId}</dd>
<dt>${texts.keyLabel}</dt><dd><code>${key}</code></dd>
</dl>
<p class="note" role="status">${texts.keyHint}</p>
<p>${texts.next}</p>`,
  );
}

/** A page that says one thing. */
function saying(language: Language, title: string, text: string): Markup {
  return whole(language, undefined, title, html`<h1>${title}</h1><p>${text}</p>`);
}

/** What every page is while there is no house. */
export function notSetUpPage(language: Language): Markup {
  return saying(language, SETUP_TEXTS[language].notSetUp, SETUP_TEXTS[language].notSetUpText);
}

/** The one page of every set-up address that does not count, so that it tells nobody why. */
export function voidSetupPage(language: Language): Markup {
  return saying(language, SETUP_TEXTS[language].voidTitle, SETUP_TEXTS[language].voidText);
}

export function setupTooOftenPage(language: Language): Markup {
  return saying(language, SETUP_TEXTS[language].tooOften, '');
}
