import 'preact/debug';
import { createElement, hydrate, render } from 'preact';
import { useState } from 'preact/hooks';
import { type AppControls, makeApp } from './make-app';

const root = document.querySelector('#root') as Element;
const App = makeApp({ createElement: createElement as never, useState: useState as never });
hydrate(createElement(App as never, null), root);
(globalThis as unknown as AppControls).unmount = () => render(null, root);
