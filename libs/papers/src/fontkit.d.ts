/** Handed to the PDF library as a whole. */
declare module 'fontkit';
