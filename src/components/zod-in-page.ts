// Imported before any schema: zod would try to compile code, which the policy of the pages forbids and the browser reports.
import { config } from 'zod';

config({ jitless: true });
