/** PostCSS for the face: Mantine's preset gives `light-dark()`, mixins and rem helpers to the CSS modules. */
export default { plugins: { 'postcss-preset-mantine': {} } }
