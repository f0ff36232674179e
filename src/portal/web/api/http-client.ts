import axios, { isAxiosError } from 'axios';
import { currentSession, endSession } from '@/session/session';

const bearer = (): string | null => {
  const session = currentSession();
  return session && `Bearer ${session.token}`;
};

/**
 * Axios with the bearer of this tab, JSON, and the header by which the vendor's portal asks for wall-clock times
 * (nexudus.md §2). Rejects with an AxiosError on any answer outside 2xx; `@/api/refusal` puts it into words.
 */
export const httpClient = axios.create({
  timeout: 20_000,
  headers: { Accept: 'application/json', 'X-Use-Timezone': 'true' },
});

httpClient.interceptors.request.use((config) => {
  const authorization = bearer();
  if (authorization) config.headers.set('Authorization', authorization);
  return config;
});

httpClient.interceptors.response.use(undefined, (error: unknown) => {
  // A slow 401 of an earlier session must not end the one begun since.
  if (isAxiosError(error) && error.response?.status === 401) {
    if ((error.config?.headers.get('Authorization') ?? null) === bearer()) endSession('expired');
  }
  return Promise.reject(error instanceof Error ? error : new Error('Request failed', { cause: error }));
});
