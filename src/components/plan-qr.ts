import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';
/** Empty modules around the code. @see ISO/IEC 18004, 6.3.8 */
const QUIET_ZONE = 4;

/**
 * Draws a QR code.
 * @param text - What it says: an address.
 * @param label - What it is, for whoever cannot see it.
 * @returns An SVG image, dark on light whatever the page: scanners read no other.
 */
export function qrCode(text: string, label: string): SVGSVGElement {
  const { data, size } = encode(text, { border: QUIET_ZONE });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('class', 'qr');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''));
  svg.append(path);
  return svg;
}
