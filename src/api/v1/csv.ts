import { stringify } from 'csv-stringify/sync';

/** What a page of rows is and where the next one begins; null after the last. */
export type RowPage<Row, Place> = { rows: Row[]; next: Place | null };

/** How a row is written, by the heading of each column. */
export type Columns<Row> = Record<string, (row: Row) => string | number | null>;

/**
 * An answer in CSV (RFC 4180), written page by page while it is taken, so that a list of any length needs the memory of one page. A cell that a spreadsheet would
 * calculate (it begins with =, +, -, @, a tab or a carriage return) has an apostrophe put before it. `first` is read before, so that what can be
 * refused is; a later page that cannot be read breaks the answer off.
 */
export function csvAnswer<Row, Place>(
  fileName: string,
  columns: Columns<Row>,
  first: RowPage<Row, Place>,
  read: (place: Place) => Promise<RowPage<Row, Place>>,
): Response {
  const headings = Object.keys(columns);
  const text = (rows: Row[], header: boolean) =>
    stringify(
      rows.map((row) => headings.map((heading) => columns[heading]?.(row) ?? '')),
      { header, columns: headings, record_delimiter: 'windows', escape_formulas: true },
    );
  const encoder = new TextEncoder();
  let place = first.next;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(text(first.rows, true))),
    async pull(controller) {
      if (place === null) return controller.close();
      const page = await read(place);
      place = page.next;
      controller.enqueue(encoder.encode(text(page.rows, false)));
    },
  });
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${fileName}"` };
  return new Response(body, { headers });
}

/** As a description says it: what is answered in CSV. */
export const csv = (description: string, example: string) => ({
  content: { 'text/csv': { schema: { type: 'string' as const, example } } },
  description,
});

/** How much is read at a time. */
export const ROWS_AT_ONCE = 1_000;
