// Prints the browser that the tests will use, or nothing: `npm test` installs one then.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

const own = chromium.executablePath();
console.log(findBrowser() ?? (existsSync(own) ? own : ''));
