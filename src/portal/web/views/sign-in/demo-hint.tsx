import { Button } from '@mantine/core';
import type { RefObject } from 'react';

const PEOPLE = [
  { name: 'Mina', email: 'mina@example.org' },
  { name: 'Noor', email: 'noor@example.org' },
] as const;
const PASSWORD = 'demo-password';

/** Who can be played on a demo installation; a click fills the form in. */
export function DemoHint({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const fill = (email: string): void => {
    for (const [name, value] of [
      ['email', email],
      ['password', PASSWORD],
    ] as const) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  };
  return (
    <section className="demo-hint" aria-label="Demo">
      <p>
        This is a demo. Everybody's password is <code>{PASSWORD}</code>.
      </p>
      <div className="demo-hint-people">
        {PEOPLE.map(({ name, email }) => (
          <Button key={email} variant="default" size="xs" onClick={() => fill(email)}>
            Fill in {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
