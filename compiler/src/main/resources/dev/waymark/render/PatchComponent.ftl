apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
<#if core>
- target: {version: ${object.kind.version}, kind: ${object.kind.kindName}, name: ${namePattern}}
<#else>
- target: {group: ${object.kind.group}, kind: ${object.kind.kindName}, name: ${namePattern}}
</#if>
  patch: |-
    apiVersion: ${object.kind.apiVersion}
    kind: ${object.kind.kindName}
    metadata:
      name: ${object.name}
<#switch labelsAt>
<#case "METADATA">
      labels:
<#list marks.labels as key, value>
        ${key}: ${value}
</#list>
<#list marks.annotations>
      annotations:
<#items as key, value>
        ${key}: ${value}
</#items>
</#list>
<#break>
<#case "POD_TEMPLATE">
    spec:
      template:
        metadata:
          labels:
<#list marks.labels as key, value>
            ${key}: ${value}
</#list>
<#break>
<#case "JOB_TEMPLATE">
    spec:
      jobTemplate:
        spec:
          template:
            metadata:
              labels:
<#list marks.labels as key, value>
                ${key}: ${value}
</#list>
<#break>
<#case "WORKLOAD_METADATA">
    spec:
      metadata:
        labels:
<#list marks.labels as key, value>
          ${key}: ${value}
</#list>
<#break>
</#switch>
replacements:
<#if core>
- source: {version: ${object.kind.version}, kind: ${object.kind.kindName}, name: ${object.name}, fieldPath: metadata.name}
  targets:
  - select: {version: ${object.kind.version}, kind: ${object.kind.kindName}, name: ${namePattern}}
    fieldPaths: [metadata.name]
<#else>
- source: {group: ${object.kind.group}, kind: ${object.kind.kindName}, name: ${object.name}, fieldPath: metadata.name}
  targets:
  - select: {group: ${object.kind.group}, kind: ${object.kind.kindName}, name: ${namePattern}}
    fieldPaths: [metadata.name]
</#if>
