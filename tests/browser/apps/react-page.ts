import { hydrateRoot } from 'react-dom/client';
import type { AppControls } from './make-app';
import { reactApp } from './react-app';

const page = globalThis as unknown as AppControls;
const complain = (error: unknown) => page.complaints.push(String(error));
const root = hydrateRoot(document.querySelector('#root') as Element, reactApp, {
  onRecoverableError: complain,
  onCaughtError: complain,
  onUncaughtError: complain,
});
page.unmount = () => root.unmount();
