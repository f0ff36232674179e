import { useEffect, useMemo, useRef } from 'react';

// The mail's own policy, beside the sandbox and the page's: its styles may show, nothing of it may run, load or be sent.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** The mail as a document that is safe to show: its links open in a new tab, remote images stay unloaded. */
function quarantine(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unwanted of page.querySelectorAll('script, base, meta[http-equiv], link, iframe, object, embed')) unwanted.remove();
  const policy = page.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = POLICY;
  page.head.prepend(policy);
  for (const link of page.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** The HTML part in a frame as high as its content. No scripts; `allow-same-origin` only lets this page measure it. */
export function MailHtml({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const resizing = useRef<ResizeObserver | null>(null);
  const srcDoc = useMemo(() => quarantine(html), [html]);
  useEffect(() => () => resizing.current?.disconnect(), []);

  const fit = (): void => {
    const content = frame.current?.contentDocument?.documentElement;
    if (!frame.current || !content) return;
    frame.current.style.height = '0';
    frame.current.style.height = `${content.scrollHeight}px`;
  };
  const fitFromNowOn = (): void => {
    resizing.current?.disconnect();
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    resizing.current = new ResizeObserver(fit);
    resizing.current.observe(body);
    fit();
  };
  return (
    <iframe
      ref={frame}
      className="mail-html"
      title="The mail as its reader sees it"
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={srcDoc}
      onLoad={fitFromNowOn}
    />
  );
}
