apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
<@item>
<@part of=patch/>
</@item>
replacements:
<#if target.core>
- source: {version: ${object.kind.version}, kind: ${object.kind.kindName}, name: ${object.name}, fieldPath: metadata.name}
  targets:
  - select: {version: ${object.kind.version}, kind: ${object.kind.kindName}, name: ${target.namePattern}}
    fieldPaths: [metadata.name]
<#else>
- source: {group: ${object.kind.group}, kind: ${object.kind.kindName}, name: ${object.name}, fieldPath: metadata.name}
  targets:
  - select: {group: ${object.kind.group}, kind: ${object.kind.kindName}, name: ${target.namePattern}}
    fieldPaths: [metadata.name]
</#if>
