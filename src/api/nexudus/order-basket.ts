import type { OrderRefusal } from '../../domain/orders/order.ts';
import { placeOrder } from '../../operations/orders/place-order.ts';
import { previewOrder } from '../../operations/orders/preview-order.ts';
import { empty, json } from './answer.ts';
import { type CustomerCall, requestOf } from './call.ts';
import { invalid, refused } from './errors.ts';
import { readJson } from './json-body.ts';
import { presentBasket } from './present-basket.ts';
import { parseBasket } from './schema-basket.ts';

const WORDS: Record<OrderRefusal, string> = {
  event_not_found: 'No event with this ID exists.',
  type_not_found: 'This event has no such ticket type.',
  event_cancelled: 'This event is cancelled.',
  event_over: 'This event is over.',
  not_on_sale: 'These tickets are not on sale now.',
  limit_reached: 'This attendee has as many of these tickets as one person may have.',
  sold_out: 'These tickets are sold out.',
  not_open_to_buyer: 'You cannot purchase this product',
  other_currency: 'Tickets in different currencies have to be ordered one after the other.',
};

/** `POST /api/public/checkout/basket/preview`, legacy `/en/basket/previewInvoice` (nexudus.md §8.3): what it would cost. Nothing is kept. */
export async function previewBasket(call: CustomerCall): Promise<Response> {
  const { options, tenant, session } = call;
  const body = await readJson(call);
  if (body instanceof Response) return body;
  const tickets = parseBasket(body.json);
  if ('wrong' in tickets) return invalid(tickets);
  const judged = await previewOrder(options.context, tenant, session.customer, tickets);
  switch (judged.outcome) {
    case 'accepted':
      return json(200, presentBasket(judged, tenant));
    case 'refused':
      return refusedItem(judged);
    case 'empty':
      return refused('Basket: is a required field');
  }
}

/**
 * `POST /api/public/checkout/basket/invoice`, legacy `/en/basket/CreateInvoice` (nexudus.md §8.3): an empty 200 once it is ordered, all of
 * it or nothing. Free tickets are there at once; others once the order is paid, their seats held meanwhile.
 */
export async function orderBasket(call: CustomerCall): Promise<Response> {
  const { options, tenant, session } = call;
  const body = await readJson(call);
  if (body instanceof Response) return body;
  const tickets = parseBasket(body.json);
  if ('wrong' in tickets) return invalid(tickets);
  const placed = await placeOrder(options.context, tenant, session.customer, tickets, requestOf(call));
  switch (placed.outcome) {
    case 'settled':
    case 'pending':
      return empty(200);
    case 'refused':
      return refusedItem(placed);
    case 'too_many_pending':
      return refused('Please pay for the orders you have placed first.');
    case 'empty':
      return refused('Basket: is a required field');
  }
}

function refusedItem({ refusal, index }: { refusal: OrderRefusal; index: number }): Response {
  return refused(WORDS[refusal], `Basket[${index}]`);
}
