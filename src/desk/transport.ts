import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';

/** Longer than a slow server needs, shorter than the lease of a mail. */
const TIMEOUT = 30_000;

/**
 * How mails leave.
 * @param settings - Address of the mail server, or the folder into which they are written where there is none.
 * @returns Sends one mail; rejects where it was not accepted.
 */
export function openTransport({ smtp, from, folder }: { smtp: string | undefined; from: string; folder: string }) {
  if (smtp) {
    const transport = createTransport(
      { url: smtp, pool: true, connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT },
      { from },
    );
    return async (mail: Mail): Promise<void> => {
      await transport.sendMail(mail);
    };
  }
  const transport = createTransport({ streamTransport: true, buffer: true }, { from });
  return async (mail: Mail): Promise<void> => {
    const { message } = await transport.sendMail(mail);
    await mkdir(folder, { recursive: true });
    // One file a mail, by its Message-ID: sent twice, it is one.
    const file = join(folder, `${mail.messageId.replace(/[^\w.-]/g, '')}.eml`);
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
  };
}
