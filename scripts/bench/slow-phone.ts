import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { findBrowser } from '../verify/browser.ts';

/** The screen of a small phone. */
export const PHONE = { width: 360, height: 740 };
/** Chrome's own figure for a phone of the middle range. */
export const CPU_SLOWDOWN = 4;
/** 400 ms there and back, 400 kbit/s. */
const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

/**
 * Starts the browser of the machine.
 * @returns A browser without any page, which the caller closes.
 */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
}

/**
 * Makes a page as slow as a phone of the middle range on a poor line.
 * @param session - Of the page, before it opens anything.
 */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}

/** What went over the line. */
export interface Traffic {
  /** With the headers of the answers. */
  bytes: number;
  requests: number;
}

/**
 * Counts what a page asks for.
 * @param session - Of the page, whose network is enabled.
 * @returns What there was until it is read: the object goes on counting.
 */
export function countTraffic(session: CDPSession): Readonly<Traffic> {
  const traffic = { bytes: 0, requests: 0 };
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) traffic.requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
  });
  return traffic;
}
