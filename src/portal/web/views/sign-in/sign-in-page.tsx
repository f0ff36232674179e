import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import { settingsQuery } from '@/api/queries';
import { useActOnce } from '@/api/use-act-once';
import type { TokenGrant } from '@/api/wire';
import { Message } from '@/frame/message';
import { PageHeading } from '@/frame/page-heading';
import { Sign, Wordmark } from '@/frame/wordmark';
import { beginSession, currentSession } from '@/session/session';
import { DemoHint } from '@/views/sign-in/demo-hint';
import { needsCode, resetPathOf, signInRefusal } from '@/views/sign-in/sign-in-refusal';

/** Only a path of these pages: an address from elsewhere in the link must not become a redirect. */
function pathWithin(to: string | undefined): string {
  const home = '/activity/events';
  const url = to === undefined ? null : URL.parse(to, location.origin);
  return url?.origin === location.origin && url.pathname !== '/login' ? url.pathname + url.search : home;
}

/** Signs a customer in with email and password (nexudus.md §3.1) and goes where they wanted to go. */
export function SignInPage() {
  const { to, ended } = useSearch({ from: '/login' });
  const settings = useQuery(settingsQuery).data;
  const router = useRouter();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const [asksCode, setAsksCode] = useState(false);

  useEffect(() => {
    if (currentSession() !== null) void navigate({ to: '/activity/events', replace: true });
  }, [navigate]);

  const { working, refusal, run } = useActOnce(async () => {
    const { data } = await httpClient
      .post<TokenGrant>(
        endpoints.auth.token,
        new URLSearchParams({
          grant_type: 'password',
          username: email.current?.value.trim() ?? '',
          password: password.current?.value ?? '',
          totp: code.current?.value.trim() ?? '',
        }),
      )
      .catch((error: unknown) => {
        setAsksCode((asked) => asked || needsCode(error));
        const reset = resetPathOf(error);
        // A page of the server's own, which works without a script.
        if (reset !== null) location.assign(reset);
        throw error;
      });
    beginSession(data.access_token, data.expires_in);
  });

  useEffect(() => {
    if (asksCode) code.current?.focus();
  }, [asksCode]);

  const submit = async (): Promise<void> => {
    if (await run()) router.history.replace(pathWithin(to));
    else (code.current ?? password.current)?.select();
  };

  const place = settings?.tenantName ?? 'Adjourn';
  return (
    <div className="sign-in">
      <aside className="sign-in-aside" aria-hidden="true">
        <Sign size={220} />
        <p>Plans change. You are told once, in your own time, and your calendar follows.</p>
      </aside>
      <main className="sign-in-main">
        <div className="sign-in-card">
          <Wordmark />
          <PageHeading title="Sign in">Sign in to {place}</PageHeading>
          {ended && refusal === null && <Message tone="note">Your session has ended. Sign in again to go on where you were.</Message>}
          {refusal !== null && <Message tone={needsCode(refusal) ? 'note' : 'refused'}>{signInRefusal(refusal)}</Message>}
          <form
            ref={form}
            onSubmit={(submission) => {
              submission.preventDefault();
              void submit();
            }}
          >
            <TextInput
              ref={email}
              name="email"
              // Not of type email: browsers refuse a local part beyond ASCII, and would show a host in its A-labels.
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
              label="Email"
              autoComplete="username"
              size="md"
              required
              withAsterisk={false}
            />
            <PasswordInput
              ref={password}
              name="password"
              label="Password"
              autoComplete="current-password"
              size="md"
              required
              withAsterisk={false}
              visibilityToggleFocusable
              visibilityToggleButtonProps={{ 'aria-label': 'Show password' }}
            />
            {asksCode && (
              <TextInput ref={code} name="code" label="Code" autoComplete="one-time-code" size="md" required withAsterisk={false} />
            )}
            <Button type="submit" size="md" fullWidth aria-disabled={working}>
              {working ? 'Signing in…' : 'Sign in'}
            </Button>
          </form>
          <p>
            <a href="/password">Forgotten your password?</a>
          </p>
          {settings?.demo && <DemoHint form={form} />}
        </div>
      </main>
    </div>
  );
}
