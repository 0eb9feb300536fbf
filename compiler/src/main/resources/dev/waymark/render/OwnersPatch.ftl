<#switch placeName>
<#case "KUSTOMIZATION">
patches:
<@item>
<@part of=patch/>
</@item>
replacements:
- source: {<#if patch.target.core>version: ${object.kind.version}, <#else>group: ${object.kind.group}, </#if>kind: ${object.kind.kindName}, <#if patch.target.namespace??>namespace: ${patch.target.namespace}, </#if>name: ${object.name}, fieldPath: ${fieldPath}}
  targets:
  - select: {<#if patch.target.core>version: ${object.kind.version}, <#else>group: ${object.kind.group}, </#if>kind: ${object.kind.kindName}, <#if patch.target.namespace??>namespace: ${patch.target.namespace}, </#if>name: ${patch.target.namePattern}}
    fieldPaths:
    - ${fieldPath}
<#break>
<#case "FLUX_KUSTOMIZATION">
spec:
  patches:
<@indented>
<@item>
<@part of=patch/>
</@item>
</@indented>
<#break>
<#case "APPLICATION">
spec:
  source:
    kustomize:
      patches:
<@indented>
<@indented>
<@indented>
<@item>
<@part of=patch/>
</@item>
</@indented>
</@indented>
</@indented>
<#break>
<#case "HELM_RELEASE">
spec:
  postRenderers:
  - kustomize:
      patches:
<@indented>
<@indented>
<@indented>
<@item>
<@part of=patch/>
</@item>
</@indented>
</@indented>
</@indented>
<#break>
</#switch>
