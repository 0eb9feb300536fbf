target: {<#if target.core>version: ${target.object.kind.version}, <#else>group: ${target.object.kind.group}, </#if>kind: ${target.object.kind.kindName}, <#if target.namespace??>namespace: ${target.namespace}, </#if>name: ${target.namePattern}}
patch: |-
<@indented>
<@part of=patch/>
</@indented>
