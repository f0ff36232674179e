import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      {children}
    </svg>
  );
}

export const ClockIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M10 6v4.3l2.8 1.7" />
  </Icon>
);
export const MovedIcon = () => (
  <Icon>
    <path d="M3 10h13M11.5 5.5 16 10l-4.5 4.5" />
  </Icon>
);
export const PlaceIcon = () => (
  <Icon>
    <path d="M10 17.5s5.6-5 5.6-9.3a5.6 5.6 0 0 0-11.2 0c0 4.3 5.6 9.3 5.6 9.3Z" />
    <circle cx="10" cy="8.2" r="1.9" />
  </Icon>
);
export const GlobeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M2.8 10h14.4M10 2.8c2.6 2.2 2.6 12.2 0 14.4M10 2.8c-2.6 2.2-2.6 12.2 0 14.4" />
  </Icon>
);
export const CalendarIcon = () => (
  <Icon>
    <path d="M5 4h10a2 2 0 0 1 2 2v6l-5 5H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM17 12h-3a2 2 0 0 0-2 2v3M3 8h14M7 2.5V5M13 2.5V5" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <circle cx="7.5" cy="7" r="2.8" />
    <path d="M2.5 16c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5M13 4.5a2.6 2.6 0 0 1 0 5M14.5 12c1.7.5 2.7 1.8 3 4" />
  </Icon>
);
export const DoneIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.2" />
    <path d="m6.8 10.2 2.2 2.2 4.3-4.6" />
  </Icon>
);
export const WarnIcon = () => (
  <Icon>
    <path d="M10 3 18 16.5H2ZM10 8v4M10 14.2v.1" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M12.5 4.5 7 10l5.5 5.5" />
  </Icon>
);
