/**
 * A Python program that makes wheels for pip in `./wheels`, each of a package with so many modules, all with the text of
 * `./module.txt`: what an index would have, where there is no network.
 */
export const wheelMaker = (packages: Readonly<Record<string, number>>): string => `
import zipfile
text = open("module.txt").read()
for name, modules in ${JSON.stringify(packages)}.items():
    files = {f"{name}/m{i}.py": text for i in range(modules)}
    info = f"{name}-1.0.dist-info"
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\\nGenerator: lab\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    files[f"{info}/RECORD"] = "".join(f"{path},,\\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(f"wheels/{name}-1.0-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in files.items():
            wheel.writestr(path, content)
`;
