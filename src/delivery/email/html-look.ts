import { html } from './html.ts';
import type { Markup } from './html.ts';
import type { MailKind } from './texts/mail-texts.ts';

/** Styles of one kind of mail, to stand inline: the only place where every mail program honours them. */
export type Look = ReturnType<typeof makeLook>;

/** One colour for each thing a mail can mean; white on each has a contrast of 5:1 or more (WCAG 2.2 AA asks for 4.5). */
const COLOURS: Record<MailKind, string> = {
  invitation: '#1d4ed8',
  ticket: '#0f766e',
  moved: '#b45309',
  updated: '#6d28d9',
  event_cancelled: '#b91c1c',
  ticket_cancelled: '#b91c1c',
  uninvited: '#b91c1c',
  seat_offered: '#0f766e',
  offer_withdrawn: '#b91c1c',
  offer_revoked: '#b91c1c',
  message: '#1d4ed8',
  cancelled_by_ids: '#b45309',
  moved_by_ids: '#b45309',
};

const PAGE = '#f3f4f6';
const CARD = '#ffffff';
const INK = '#1f2937';
const SOFT = '#586172';
const QUOTE = '#f7f8fa';
const LINE = '#e2e6ec';
const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const LOOKS = new Map<MailKind, Look>();

/** The styles of a kind of mail. */
export function look(kind: MailKind): Look {
  let known = LOOKS.get(kind);
  if (known === undefined) {
    known = makeLook(kind);
    LOOKS.set(kind, known);
  }
  return known;
}

function makeLook(kind: MailKind) {
  const colour = COLOURS[kind];
  const over = kind === 'event_cancelled' || kind === 'ticket_cancelled' || kind === 'uninvited' || kind === 'offer_withdrawn';
  const month = over ? '#6b7280' : colour;
  return {
    /**
     * Backgrounds once more, for the attribute of a cell: of styles Outlook for Windows honours some, and white words on a background that it dropped
     * cannot be read.
     */
    cells: { page: PAGE, card: CARD, band: colour, month, quote: QUOTE, button: INK },
    /** The recipient's place is gone, whatever becomes of the event. */
    over,
    /** The event itself is off. */
    struck: kind === 'event_cancelled' || kind === 'offer_withdrawn' || kind === 'cancelled_by_ids',
    ...escapedOnce({
      page: `margin:0;padding:0;background-color:${PAGE};${FONT}`,
      hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
      card: `max-width:560px;background-color:${CARD};border:1px solid ${LINE};border-radius:14px;border-collapse:separate;overflow:hidden`,
      band: `background-color:${colour};color:#ffffff;padding:14px 32px;${FONT};font-size:15px;line-height:20px;font-weight:700;border-radius:13px 13px 0 0`,
      title: `margin:0 0 16px;${FONT};font-size:26px;line-height:32px;font-weight:700;color:${INK};overflow-wrap:anywhere`,
      lead: `margin:8px 0 0;${FONT};font-size:16px;line-height:24px;color:${INK};overflow-wrap:anywhere`,
      text: `margin:0;${FONT};font-size:16px;line-height:24px;color:${INK};overflow-wrap:anywhere`,
      when: `margin:0;${FONT};font-size:17px;line-height:25px;font-weight:600;color:${over ? SOFT : INK}`,
      now: `margin:0 0 2px;${FONT};font-size:13px;line-height:18px;font-weight:700;color:${colour}`,
      before: `margin:0 0 14px;${FONT};font-size:15px;line-height:22px;color:${SOFT};overflow-wrap:anywhere`,
      label: `margin:0 0 2px;${FONT};font-size:13px;line-height:18px;font-weight:600;color:${SOFT}`,
      note: `margin:4px 0 0;${FONT};font-size:14px;line-height:20px;color:${SOFT};overflow-wrap:anywhere`,
      action: `${FONT};font-size:15px;line-height:22px;color:${colour}`,
      muted: `color:${SOFT}`,
      leaf: `border:1px solid ${LINE};border-radius:10px;border-collapse:separate;overflow:hidden`,
      leafMonth: `background-color:${month};color:#ffffff;${FONT};font-size:11px;line-height:18px;font-weight:700;letter-spacing:0.06em;border-radius:9px 9px 0 0`,
      leafDay: `${FONT};font-size:22px;line-height:28px;font-weight:700;color:${over ? SOFT : INK}`,
      leafWeekday: `padding:0 0 5px;${FONT};font-size:12px;line-height:14px;color:${SOFT}`,
      quote: `border-left:4px solid ${colour};background-color:${QUOTE};border-radius:0 8px 8px 0;padding:12px 18px`,
      ticket: `border:1px dashed #9aa4b2;border-radius:10px;border-collapse:separate`,
      code: `margin:2px 0 6px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:22px;line-height:30px;font-weight:700;letter-spacing:0.04em;color:${over ? SOFT : INK};overflow-wrap:anywhere`,
      detail: `margin:0;${FONT};font-size:15px;line-height:22px;color:${INK};overflow-wrap:anywhere`,
      // Outlook knows no padding of a link: its cell has that for it.
      buttonCell: `border-radius:8px;background-color:${INK};mso-padding-alt:12px 22px`,
      button: `display:inline-block;color:#ffffff;${FONT};font-size:15px;line-height:20px;font-weight:600;text-decoration:none;padding:12px 22px;border-radius:8px`,
      calendar: `margin:0;padding:20px 0 0;border-top:1px solid ${LINE};${FONT};font-size:15px;line-height:22px;color:${INK}`,
      footer: `padding:20px 32px 0;${FONT};font-size:13px;line-height:20px;color:${SOFT};overflow-wrap:anywhere`,
    }),
  };
}

/** Names of fonts stand in apostrophes: escaped here, not some thirty times in every mail. */
function escapedOnce<Name extends string>(styles: Record<Name, string>): Record<Name, Markup> {
  const escaped = Object.entries<string>(styles).map(([name, style]) => [name, html`${style}`]);
  return Object.fromEntries(escaped) as Record<Name, Markup>;
}

/** Narrow screens and dark ones. The quirk to know: Gmail drops a whole style block at the first rule it cannot parse. */
const STYLE = `@media (max-width:480px) {
.frame { padding: 0 0 24px !important }
.card { border-radius: 0 !important; border-width: 0 0 1px !important }
.pad { padding-left: 20px !important; padding-right: 20px !important }
.band { border-radius: 0 !important }
.title { font-size: 23px !important; line-height: 29px !important }
}
@media (prefers-color-scheme: dark) {
.page { background-color: #0f1216 !important }
.card { background-color: #1a1f26 !important; border-color: #313946 !important }
.ink { color: #e8eaed !important }
.soft { color: #aab3bf !important }
.now { color: #f5b26b !important }
.link { color: #9cc3ff !important }
.quote { background-color: #232932 !important }
.leaf, .rule { border-color: #3a4351 !important }
.ticket { border-color: #5b6675 !important }
.button-cell { background-color: #e8eaed !important }
.button { color: #14181d !important }
}`;

/** The head of the document. */
export function headMarkup(title: string): Markup {
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${title}</title>
<style>
${{ markup: STYLE }}
</style>
</head>`;
}
