import { doiLink } from './doi-link.js'

/** @type {import('citelint').Plugin} */
export default {
  name: 'house-style',
  rules: [doiLink],
  presets: {
    // `extends: house-style` in a configuration
    'house-style': { rules: { 'house/doi-link': 'error', 'references/missing-field': 'warning' } },
  },
}
