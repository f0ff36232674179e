import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { settingsQuery } from '@/api/queries';

let isFirstPage = true;

/**
 * The one h1 of a page. Names the document, and takes the focus when the page was reached by a link inside the portal:
 * the browser does that for a loaded document only, so a screen reader would otherwise go on reading the old place.
 */
export function PageHeading({ children, title, className = 'page-heading' }: { children: ReactNode; title: string; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const tenantName = useQuery(settingsQuery).data?.tenantName ?? 'Adjourn';
  useEffect(() => {
    document.title = title === tenantName ? title : `${title} · ${tenantName}`;
  }, [title, tenantName]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    // Late, because in development React mounts everything twice.
    const timer = setTimeout(() => (isFirstPage = false));
    return () => clearTimeout(timer);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
