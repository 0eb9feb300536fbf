apiVersion: ${object.kind.apiVersion}
kind: ${object.kind.kindName}
metadata:
  name: ${object.name}
<#if namespace??>
  namespace: ${namespace}
</#if>
<#list marks.labels>
  labels:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
  annotations:
<#list annotations as key, value>
    ${key}: ${value}
</#list>
