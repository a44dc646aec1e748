import { paperWidths } from '../../src-preload/contract/media.ts'

/** Across by down of a sheet of A4, as which a page counts until it is seen. */
export const sheetShape = 210 / 297

/** How large a page can be shown, as shares of the size at which all of it is in sight. */
export const zoomSteps = [1, 1.25, 1.5, 2, 3] as const

/** The padding round a page, in pixels. */
const padding = 16

/** The width in pixels at which all of a page of a shape (across by down) is in sight in a room; 0 where there is no room. */
export function fitWidth({ width, height }: { readonly width: number; readonly height: number }, shape: number): number {
  return Math.max(0, Math.floor(Math.min(width - 2 * padding, (height - 2 * padding) * shape)))
}

/** The next step of the zoom, up (1) or down (-1); the last one stays. */
export function nextZoom(zoom: number, step: 1 | -1): number {
  return step === 1 ? (zoomSteps.find(known => known > zoom) ?? zoom) : (zoomSteps.findLast(known => known < zoom) ?? zoom)
}

/** How many pixels wide a page is drawn to be sharp at a width: in steps of 400, so that a window that is drawn larger does not ask at each pixel. */
export const pixelsFor = (width: number): number => Math.min(paperWidths.most, Math.max(paperWidths.least, Math.ceil(width / 400) * 400))
