/** A quiet picture for an event that has none: the same for the same event, in a colour of its own, without words. */
export function placeholderImage(eventId: number): string {
  const hue = (eventId * 47) % 360;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270" role="img" aria-label="">' +
    `<rect width="480" height="270" fill="hsl(${hue} 28% 88%)"/>` +
    `<circle cx="${120 + (eventId % 7) * 40}" cy="250" r="150" fill="hsl(${hue} 30% 80%)"/>` +
    `<circle cx="${360 - (eventId % 5) * 40}" cy="290" r="120" fill="hsl(${(hue + 24) % 360} 30% 74%)"/></svg>`
  );
}
