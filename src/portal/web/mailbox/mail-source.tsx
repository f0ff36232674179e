import type { Mail } from '@/mailbox/mails';

/** Text as it came, in a box that scrolls sideways and can be reached by keyboard for that. */
export function PlainText({ text, label, isCode = false }: { text: string; label: string; isCode?: boolean }) {
  return (
    <pre className={isCode ? 'plain plain-code' : 'plain'} tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}

/** Headers as a table, then every byte that would have gone out. */
export function MailSource({ mail }: { mail: Mail }) {
  return (
    <>
      <div className="mail-headers" tabIndex={0} role="region" aria-label="Headers">
        <table>
          <thead>
            <tr>
              <th scope="col">Header</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {mail.headers.map((header, index) => (
              <tr key={index}>
                <th scope="row">{header.name}</th>
                <td>{header.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 className="mail-part-heading">Raw message</h2>
      <PlainText text={mail.raw} label="Raw message" isCode />
    </>
  );
}
