import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript-eslint";

const src = fileURLToPath(new URL("./src", import.meta.url));
const folders = (path) => readdirSync(`${src}/${path}`, { withFileTypes: true, recursive: false }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const features = (app) => {
  try { return folders(`${app}/features`); } catch { return []; }
};

/** shared -> features -> routes; never feature to feature, never app to app. */
const zones = [
  { target: `${src}/shared`, from: [`${src}/player`, `${src}/console`], message: "shared knows no app" },
  { target: `${src}/player`, from: `${src}/console`, message: "the player app knows nothing of the console" },
  { target: `${src}/console`, from: `${src}/player`, message: "the console knows nothing of the player app" },
  ...["player", "console"].flatMap((app) => [
    { target: `${src}/${app}/features`, from: `${src}/${app}/routes`, message: "routes use features, not the other way round" },
    ...features(app).map((feature) => ({ target: `${src}/${app}/features/${feature}`, from: `${src}/${app}/features`, except: [`./${feature}`], message: "a feature knows no other feature: lift what they share, or join them in a route" })),
  ]),
];

export default ts.config(
  { ignores: ["dist", "node_modules", "src/shared/api/schema.gen.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  a11y.flatConfigs.recommended,
  hooks.configs.flat["recommended-latest"],
  {
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: fileURLToPath(new URL("./tsconfig.json", import.meta.url)) })] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      // A page with one field may start in it; plain fields may not.
      "jsx-a11y/no-autofocus": ["error", { ignoreNonDOM: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "no-restricted-syntax": ["error",
        { selector: "JSXAttribute[name.name='style']", message: "The content policy forbids style attributes: use a class, or cssVars." },
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "JSXAttribute[name.name='className'] Literal[value=/(^|\\s)-?(ml|mr|pl|pr|left|right|text-left|text-right|border-l|border-r|rounded-l|rounded-r)(-|\\s|$)/]", message: "Use start and end, never left and right." },
      ],
      "no-restricted-globals": ["error", { name: "fetch", message: "Use shared/api." }],
    },
  },
  { files: ["src/shared/api/http.ts", "src/shared/lib/report-errors.ts", "src/**/*.test.*", "src/test/**"], rules: { "no-restricted-globals": "off" } },
  { files: ["**/*.mjs", "*.js"], languageOptions: { globals: { process: "readonly", console: "readonly", fetch: "readonly", URL: "readonly", setTimeout: "readonly", clearTimeout: "readonly", Buffer: "readonly", document: "readonly", window: "readonly", crypto: "readonly", location: "readonly" } }, rules: { "no-restricted-globals": "off" } },
);
