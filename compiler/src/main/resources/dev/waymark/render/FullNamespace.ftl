apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
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
