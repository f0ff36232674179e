import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { previewOrder } from '../../operations/orders/preview-order.ts';
import { formatPrice } from './present.ts';

type Accepted = Extract<Awaited<ReturnType<typeof previewOrder>>, { outcome: 'accepted' }>;

/** What a basket would cost, line by line (nexudus.md §11, choice 22: the vendor does not say how). No taxes are added to prices. */
export function presentBasket({ lines, currency, total }: Accepted, tenant: Tenant) {
  return {
    Lines: lines.map(({ item, event, type }) => ({
      Type: 'event',
      Description: `${event.title}: ${type.name}`,
      CalendarEventId: event.id,
      EventProductId: type.id,
      FullName: item.holder.name ?? '',
      Email: item.holder.email,
      Price: Number(type.price),
      PriceFormatted: formatPrice(type.price, type.currency, tenant),
    })),
    Total: Number(total),
    TotalFormatted: formatPrice(total, currency, tenant),
    CurrencyCode: currency,
    DiscountCode: null,
  };
}
