/** The sign: a calendar page whose corner is being turned. Decorative; the name stands beside it. */
export function Sign({ size = 28 }: { size?: number }) {
  return (
    <svg className="sign" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path className="sign-rings" d="M10.5 3v5M21.5 3v5" />
      <path className="sign-page" d="M7 5h18a4 4 0 0 1 4 4v11l-9.5 9.5H7a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4Z" />
      <path className="sign-corner" d="M29 20l-9.5 9.5V24a4 4 0 0 1 4-4Z" />
      <path className="sign-lines" d="M8 12.5h16M8.8 18h.01M14.5 18h.01M8.8 23.5h.01M14.5 23.5h.01" />
    </svg>
  );
}

/** "Adjourn" with its sign. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <Sign />
      <span>Adjourn</span>
    </span>
  );
}
