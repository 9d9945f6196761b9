export { startTestApp, type TestApp, type TestAppOptions } from './app.js';
export { createTestDatabase } from './database.js';
export { freePort, Host, MODES, startProduct, startRedis, type Mode, type Product } from './product.js';
export { Client, type Answer } from './client.js';
export { createStaff, eventually, signInAgain, signInByPhone, signInStaff, smsTo } from './people.js';
export { OidcProvider, type OidcPerson } from './oidc-provider.js';
export { pdfText } from './pdf-text.js';
export { DESKTOP, launchBrowser, openWindow, PHONE, signedIn } from './browser.js';
export { TcpProxy } from './tcp-proxy.js';
