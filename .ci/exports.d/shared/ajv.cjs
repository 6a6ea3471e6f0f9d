// Compiles JSON Schemas with ajv in strict mode and holds documents against them.
//
// Reads a JSON list of { schema, valid: [documents], invalid: [{ what, document }] } from the standard input,
// where `schema` is the path of a file, and prints a line for each thing that is wrong.
const fs = require("fs");
const Ajv = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;

for (const { schema, valid, invalid } of JSON.parse(fs.readFileSync(0, "utf-8"))) {
  try {
    const ajv = new Ajv({ strict: true, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, "utf-8")));
    for (const document of valid) {
      if (!validate(document)) {
        console.log(`${schema}: ${ajv.errorsText(validate.errors.slice(0, 3))}`);
      }
    }
    for (const { what, document } of invalid) {
      if (validate(document)) {
        console.log(`${schema}: lets pass ${what}`);
      }
    }
  } catch (error) {
    console.log(`${schema}: ${error.message}`);
  }
}
