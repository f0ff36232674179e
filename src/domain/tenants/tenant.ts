import { DEFAULT_SETTINGS, type TenantSettings } from './settings.ts';

/** One customer's isolated data, and what it has decided about itself. */
export type Tenant = {
  id: number;
  /** A random UUID that names it elsewhere than here. */
  publicId: string;
  name: string;
  /** IANA zone and BCP 47 tag used where a person has none of their own. */
  zone: string;
  locale: string;
  /** ORGANIZER and From of every event made from now on. */
  senderMailbox: string;
  currency: string;
  demo: boolean;
  settings: TenantSettings;
};

/** A tenant's settings with the presets filled in. */
export function settingsOf(tenant: Tenant): typeof DEFAULT_SETTINGS & TenantSettings {
  return { ...DEFAULT_SETTINGS, ...tenant.settings };
}
