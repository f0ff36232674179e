import { CsvError, parse } from 'csv-parse/sync';
import { type AttendeeRow, type RowColumn, type RowFault, columnOf } from '../../../domain/attendees/read-rows.ts';

/** `ignored`: headings that say nothing to us. `sentence`: what is wrong with the file as a whole. */
export type ReadList = { rows: AttendeeRow[]; ignored: string[] } | { sentence: string } | { faults: RowFault[] };

/**
 * A list of attendees as CSV (RFC 4180): UTF-8 with or without a byte order mark, with headings in its first row, cells between commas, semicolons or tabs,
 * whichever the headings have. Rows are counted as a spreadsheet shows them, the headings being row 1; empty ones are passed over.
 */
export function readCsv(bytes: Uint8Array): ReadList {
  const text = decoded(bytes);
  if (text === null) return { sentence: 'The file is not UTF-8. Save it as "CSV UTF-8".' };
  // Excel's own way to name the separator.
  const named = /^sep=([,;\t])\r?\n/i.exec(text);
  const table = text.slice(named?.[0].length ?? 0);
  const before = named ? 1 : 0;
  let records: string[][];
  try {
    records = parse(table, {
      delimiter: named?.[1] ?? separatorOf(table),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      faults: [
        {
          row: before + Number(error['records'] ?? 0) + 1,
          column: '',
          reason: 'A quotation mark stands where none can, or is not closed.',
        },
      ],
    };
  }
  const [headings = [], ...rest] = records;
  const columns = headings.map(columnOf);
  const twice = columns.find((column, index) => column !== undefined && columns.indexOf(column) !== index);
  if (twice !== undefined)
    return { sentence: `Two columns are "${twice}": ${headings.filter((_, index) => columns[index] === twice).join(', ')}.` };
  if (!columns.some((column) => column === 'email' || column === 'name' || column === 'first_name' || column === 'last_name'))
    return { sentence: 'The first row must name the columns, among them "email" or "name".' };
  const rows = rest.map((cells, index) => ({ row: before + index + 2, cells })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const faults = rows.flatMap(({ row, cells }): RowFault[] =>
    cells.slice(headings.length).some((cell) => cell !== '')
      ? [
          {
            row,
            column: String(headings.length + 1),
            reason: 'It has more cells than there are headings: quote cells that hold the separator.',
          },
        ]
      : [],
  );
  if (faults.length > 0) return { faults };
  return {
    rows: rows.map(({ row, cells }) => ({ row, cells: cellsOf(columns, cells) })),
    ignored: headings.filter((heading, index) => columns[index] === undefined && heading !== ''),
  };
}

function cellsOf(columns: (RowColumn | undefined)[], cells: string[]): AttendeeRow['cells'] {
  return Object.fromEntries(columns.flatMap((column, index) => (column === undefined ? [] : [[column, unarmed(cells[index] ?? '')]])));
}

/** A cell as it was before an export made it harmless to spreadsheets (csv.ts). */
const unarmed = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A TypeError: it is not UTF-8.
    return null;
  }
}

/** Of the separators that there are, the one that the headings have most of. */
function separatorOf(table: string): string {
  const headings = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(table)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => headings.split(separator).length;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}
