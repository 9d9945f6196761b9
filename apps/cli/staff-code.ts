import { Secret, TOTP } from 'otpauth';
import { DEMO_TOTP_SECRET } from '../standalone/demo/demo-accounts.js';

// `npm run staff-code`: the authenticator code of the demo staff for this half minute
console.log(new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate());
