// RFC 3492 §5, the parameters of IDNA.
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_BEYOND_ASCII = 128;
const PREFIX = 'xn--';

/** A host name in lower-case ASCII with its labels as people read them: "xn--bro-hoa.example" → "büro.example". The name must be a valid one. */
export function readableHost(ascii: string): string {
  return ascii
    .split('.')
    .map((label) => (label.startsWith(PREFIX) ? decode(label.slice(PREFIX.length)) : label))
    .join('.');
}

/** RFC 3492 §6.2. */
function decode(encoded: string): string {
  const basic = Math.max(encoded.lastIndexOf('-'), 0);
  const codePoints = Array.from(encoded.slice(0, basic), (character) => character.charCodeAt(0));
  const digits = Array.from(encoded.slice(basic === 0 ? 0 : basic + 1), (digit) => Number.parseInt(digit, BASE));
  let codePoint = FIRST_BEYOND_ASCII;
  let place = 0;
  let bias = FIRST_BIAS;
  for (let next = 0; next < digits.length;) {
    const before = place;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = valueOf(digits[next++]);
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = codePoints.length + 1;
    bias = adapt(place - before, length, before === 0);
    codePoint += Math.floor(place / length);
    place %= length;
    codePoints.splice(place++, 0, codePoint);
  }
  return String.fromCodePoint(...codePoints);
}

/** The letters of punycode come first, its digits last; `parseInt` counts the other way round. */
function valueOf(parsed: number | undefined): number {
  if (parsed === undefined || Number.isNaN(parsed)) throw new RangeError('no punycode');
  return parsed < 10 ? parsed + 26 : parsed - 10;
}

/** RFC 3492 §6.1. */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
