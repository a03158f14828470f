import { createElement, StrictMode, useState } from 'react';
import { makeApp } from './make-app';

const App = makeApp({ createElement, useState });

/** The app as the server and the page render it. */
export const reactApp = createElement(StrictMode, null, createElement(App));
