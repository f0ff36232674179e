type Tree = Map<string, Tree>;

/**
 * Keeps of a JSON value only what a `_shape` names (nexudus.md §2; §11, choice 18): comma-separated dotted paths, arrays walked
 * transparently, case-sensitive, unknown paths ignored. A path to an object keeps it whole. Without any path everything stays.
 */
export function applyShape(value: unknown, shapes: string[] | undefined): unknown {
  const paths = (shapes ?? [])
    .flatMap((shape) => shape.split(','))
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return paths.length === 0 ? value : pick(value, treeOf(paths));
}

function treeOf(paths: string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    let node = root;
    const names = path.split('.');
    for (const [index, name] of names.entries()) {
      const next = node.get(name);
      // An empty tree means "whole"; a longer path adds nothing to it.
      if (next?.size === 0) break;
      const child: Tree = index === names.length - 1 ? new Map() : (next ?? new Map());
      node.set(name, child);
      node = child;
    }
  }
  return root;
}

function pick(value: unknown, tree: Tree): unknown {
  if (tree.size === 0 || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => pick(entry, tree));
  // A path that goes on below a number or a text leads nowhere.
  if (typeof value !== 'object') return undefined;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const below = tree.get(name);
    return below ? [[name, pick(inner, below)] as const] : [];
  });
  return Object.fromEntries(kept);
}
