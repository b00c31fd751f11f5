export { inLines, labelled, ruled, small, type Content } from './content.js';
export { legible, printed, type Sheet } from './paper.js';
