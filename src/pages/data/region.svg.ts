import type { APIRoute } from 'astro';
import { regionDrawing } from '../../map/drawing.ts';

/** The region, for pages that show where a place is without a script. Derived from OpenStreetMap, ODbL 1.0. */
export const GET: APIRoute = () => new Response(regionDrawing(), { headers: { 'content-type': 'image/svg+xml' } });
