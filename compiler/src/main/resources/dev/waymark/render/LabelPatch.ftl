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
